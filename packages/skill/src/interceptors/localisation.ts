import { getLocale, type RequestInterceptor } from "ask-sdk-core";
import { prepareTurn } from "../alexa/turn.ts";
import type { Catalogs } from "../locales/create-catalogs.ts";

/** Gives the handlers the sentences of the request's locale. */
export function localisation(catalogs: Catalogs): RequestInterceptor {
  return {
    process(input) {
      prepareTurn(input, { catalog: catalogs(getLocale(input.requestEnvelope)) });
    },
  };
}
