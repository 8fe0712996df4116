import type { RequestEnvelope, ResponseEnvelope } from "ask-sdk-model";
import type { Catalogs } from "./locales/create-catalogs.ts";

/** Only these may be answered with speech. */
const spokenRequests = [
  "LaunchRequest",
  "IntentRequest",
  "SessionResumedRequest",
  "Connections.Response",
];

/** Turns another skill's request away: in a way that Alexa can speak, or silently where nobody listens. */
export function refusalOfSkill({ request }: RequestEnvelope, catalogs: Catalogs): ResponseEnvelope {
  if (request.type === "CanFulfillIntentRequest")
    return { version: "1.0", response: { canFulfillIntent: { canFulfill: "NO" } } };
  if (!spokenRequests.includes(request.type)) return { version: "1.0", response: {} };
  const { markup } = catalogs(request.locale).farewells["wrong-skill"];
  return {
    version: "1.0",
    response: {
      outputSpeech: { type: "SSML", ssml: `<speak>${markup}</speak>` },
      shouldEndSession: true,
    },
  };
}
