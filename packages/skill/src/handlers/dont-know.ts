import type { RequestHandler } from "ask-sdk-core";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearDontKnow } from "../conversation/no-answer.ts";
import { isIntent } from "./is-intent.ts";

/** "I don't know it": the call goes on without an answer. */
export const dontKnowHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "DontKnowIntent"),
  handle(input) {
    const { conversation, hearing } = turnOf(input);
    return ask(input, hearDontKnow(hearing.form, conversation));
  },
};
