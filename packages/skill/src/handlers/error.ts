import { faultFacts, type Log } from "@skill-call/telemetry";
import type { ErrorHandler } from "ask-sdk-core";
import { end } from "../alexa/end.ts";
import type { Catalogs } from "../locales/create-catalogs.ts";

/** What nobody expected: the caller hears so, the log says where. Messages may quote callers and stay out of it. */
export function errorHandler(log: Log, catalogs: Catalogs): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      log("error", "unexpected", faultFacts(error));
      const { request } = input.requestEnvelope;
      return end(input, catalogs(request.locale).farewells.unexpected);
    },
  };
}
