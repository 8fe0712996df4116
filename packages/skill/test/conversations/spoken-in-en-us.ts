import { say } from "../alexa-session.ts";

/** What Alexa says in en-US, for conversations that are not about the wording. */
export const askName = "What's your first name?";
export const askAccount = "What's your account ID? If you don't have it, say: I don't know.";
export const askReason = "What are you calling about?";
export const askCall = "Shall I call Example Support about billing now?";
export const askChange =
  "What would you like to change? For example, say: my account is, and then the ID. Or say: stop.";
export const choices =
  "You can say billing, technical support, order status, sales, or something else.";

/** What callers say. */
export const billing = say({ reason: ["billing", "billing"] });
export const everything = say({
  callerName: "ana",
  accountId: "AB12",
  reason: ["billing", "billing"],
});
export const everythingHeard = `Thanks, Ana. Your account ID is AB12. ${askCall}`;
