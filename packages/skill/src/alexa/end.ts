import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Ssml } from "../speech/ssml.ts";
import { keep } from "./keep.ts";
import { showLastWord } from "./show.ts";

/** Says one last thing and ends the session; nothing is kept. */
export function end(input: HandlerInput, speech: Ssml): Response {
  keep(input, undefined);
  showLastWord(input, speech);
  return input.responseBuilder.speak(speech.markup).withShouldEndSession(true).getResponse();
}
