import type { RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { isIntent } from "./is-intent.ts";

/** Asks the open question again; before the call with the account ID, which is the hardest to remember. */
export const repeatHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.RepeatIntent"),
  handle(input) {
    const { conversation } = turnOf(input);
    const { accountId } = conversation;
    const question = openQuestion(conversation);
    const readBack = question === "confirmation" && accountId !== undefined ? [{ accountId }] : [];
    return ask(input, { conversation, remarks: readBack }, question);
  },
};
