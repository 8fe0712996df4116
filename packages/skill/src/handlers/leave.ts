import type { RequestHandler } from "ask-sdk-core";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { isIntent } from "./is-intent.ts";

const stopIntents = ["AMAZON.StopIntent", "AMAZON.CancelIntent", "AMAZON.NavigateHomeIntent"];

export const stopHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, ...stopIntents),
  handle: (input) => end(input, turnOf(input).catalog.farewells.stopped),
};

/** Alexa's notices, such as SessionEndedRequest and System.ExceptionEncountered, take no reply. */
export const noReplyHandler: RequestHandler = {
  canHandle: () => true,
  handle: ({ responseBuilder }) => responseBuilder.getResponse(),
};
