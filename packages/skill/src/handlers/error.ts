import { faultFacts, type Log } from "@skill-call/telemetry";
import { type ErrorHandler, ResponseFactory } from "ask-sdk-core";
import { end } from "../alexa/end.ts";
import type { Catalogs } from "../locales/create-catalogs.ts";

/**
 * What nobody expected: the caller hears so, the log says where. Messages may quote callers and stay out of it. The answer
 * is a new one: what stood in the other, such as a question, Alexa does not take beside the end of a session.
 */
export function errorHandler(log: Log, catalogs: Catalogs): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      log("error", "unexpected", faultFacts(error));
      const { request } = input.requestEnvelope;
      const responseBuilder = ResponseFactory.init();
      return end({ ...input, responseBuilder }, catalogs(request.locale).farewells.unexpected);
    },
  };
}
