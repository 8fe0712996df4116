import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Ssml } from "../speech/ssml.ts";

/** Says one last thing and ends the session; nothing is kept. */
export function end({ attributesManager, responseBuilder }: HandlerInput, speech: Ssml): Response {
  attributesManager.setSessionAttributes({});
  return responseBuilder.speak(speech.markup).withShouldEndSession(true).getResponse();
}
