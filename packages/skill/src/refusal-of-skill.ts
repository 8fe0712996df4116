import type { RequestEnvelope, ResponseEnvelope } from "ask-sdk-model";
import { catalogFor } from "./locales/catalog-for.ts";

/** Turns another skill's request away in a way that Alexa can speak. */
export function refusalOfSkill({ request }: RequestEnvelope): ResponseEnvelope {
  const { markup } = catalogFor(request.locale).farewells["wrong-skill"];
  return {
    version: "1.0",
    response: {
      outputSpeech: { type: "SSML", ssml: `<speak>${markup}</speak>` },
      shouldEndSession: true,
    },
  };
}
