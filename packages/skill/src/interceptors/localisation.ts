import { getLocale, type RequestInterceptor } from "ask-sdk-core";
import { prepareTurn } from "../alexa/turn.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { Catalogs } from "../locales/create-catalogs.ts";

/** Gives the handlers the sentences of the request's locale, and what they are about: the way the call will start. */
export function localisation(
  catalogs: Catalogs,
  { rings, dials }: Pick<CallStarter, "rings" | "dials">,
): RequestInterceptor {
  const starter = { rings, ...(dials !== undefined && { dials }) };
  return {
    process(input) {
      prepareTurn(input, { catalog: catalogs(getLocale(input.requestEnvelope)), starter });
    },
  };
}
