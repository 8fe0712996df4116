import { getLocale, type RequestInterceptor } from "ask-sdk-core";
import { prepareTurn } from "../alexa/turn.ts";
import { catalogFor } from "../locales/catalog-for.ts";

/** Gives the handlers the sentences of the request's locale. */
export const localisation: RequestInterceptor = {
  process(input) {
    prepareTurn(input, { catalog: catalogFor(getLocale(input.requestEnvelope)) });
  },
};
