import { getRequestType, type RequestHandler } from "ask-sdk-core";
import { askAgain } from "./ask-again.ts";

/** Whatever no other handler takes: AMAZON.FallbackIntent, and intents that the models do not have yet. */
export const fallbackHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "IntentRequest",
  handle: askAgain,
};
