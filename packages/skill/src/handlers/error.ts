import type { ErrorHandler } from "ask-sdk-core";
import { end } from "../alexa/end.ts";
import { catalogFor } from "../locales/catalog-for.ts";
import type { Log } from "../log/log.ts";

/** What nobody expected: the caller hears so, the log says where. Messages may quote callers and stay out of it. */
export function errorHandler(log: Log): ErrorHandler {
  return {
    canHandle: () => true,
    handle(input, error) {
      log("error", "unexpected", { error: error.name, at: stackFrames(error) });
      const { request } = input.requestEnvelope;
      return end(input, catalogFor(request.locale).farewells.unexpected);
    },
  };
}

function stackFrames({ stack = "" }: Error): string[] {
  const lines = stack.split("\n").map((line) => line.trim());
  return lines.filter((line) => line.startsWith("at ")).slice(0, 4);
}
