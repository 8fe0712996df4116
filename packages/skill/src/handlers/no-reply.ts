import type { RequestHandler } from "ask-sdk-core";

/** Alexa's notices, such as SessionEndedRequest and System.ExceptionEncountered, take no reply. */
export const noReplyHandler: RequestHandler = {
  canHandle: () => true,
  handle: ({ responseBuilder }) => responseBuilder.getResponse(),
};
