import type { RequestHandler } from "ask-sdk-core";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearDontKnow } from "../conversation/no-answer.ts";
import { isIntent } from "./is-intent.ts";

/** "I don't know it": the call goes on without an account ID. */
export const dontKnowHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "DontKnowIntent"),
  handle: (input) => ask(input, hearDontKnow(turnOf(input).conversation)),
};
