import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Ssml } from "../speech/ssml.ts";
import { keep } from "./keep.ts";

/** Says one last thing and ends the session; nothing is kept. */
export function end(input: HandlerInput, speech: Ssml): Response {
  keep(input, undefined);
  return input.responseBuilder.speak(speech.markup).withShouldEndSession(true).getResponse();
}
