import { reasonText } from "./reason-text.ts";

/** Names of what a context says, for people; the rest is shown under its own name. */
const names: Readonly<Record<string, string>> = {
  callerName: "Caller",
  accountId: "Account",
  callerNumber: "Phone",
  locale: "Language",
  branch: "Branch",
  callerId: "Caller ID",
};
const order = ["branch", "callerName", "reason", "accountId", "callerNumber", "locale"];
/** What is no news to a person, or said another way. */
const leftOut = [
  ...["known", "why", "contextId", "accountIdVerified", "skillId", "callStarter"],
  ...["gatheredSecondsAgo", "status", "createdAt", "expiresAt", "transactionId"],
];

/** What the screen of whoever answers says: names and values for people. */
export function screenFacts(screen: object): readonly (readonly [name: string, value: string])[] {
  const fields = screen as Readonly<Record<string, unknown>>;
  return Object.keys(fields)
    .filter((name) => !leftOut.includes(name) && fields[name] !== undefined)
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => [names[name] ?? nameOf(name), shownValue(name, fields)]);
}

function rank(name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

function shownValue(name: string, fields: Readonly<Record<string, unknown>>): string {
  const value = fields[name];
  if (name === "reason") return reasonText(value);
  if (name === "accountId") {
    return `${value} (${fields.accountIdVerified === true ? "verified" : "not verified"})`;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `orderNumber` → `Order number`. */
function nameOf(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
