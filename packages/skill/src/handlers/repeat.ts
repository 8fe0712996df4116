import type { CallForm } from "@skill-call/call-form";
import type { RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Remark } from "../conversation/remark.ts";
import { isIntent } from "./is-intent.ts";

/** Asks the open question again; before the call with account ID and phone number, which are the hardest to remember. */
export const repeatHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.RepeatIntent"),
  handle(input) {
    const { conversation, hearing } = turnOf(input);
    const question = openQuestion(input);
    const remarks = question === "confirmation" ? readBack(hearing.form, conversation) : [];
    return ask(input, { conversation, remarks }, question);
  },
};

function readBack({ fields }: CallForm, { answers }: Conversation): Remark[] {
  return fields.flatMap(({ id, kind, readBack }): Remark[] => {
    const value = answers[id];
    const isLong = kind === "account-id" || kind === "phone";
    return value !== undefined && readBack && isLong ? [{ field: id, says: "heard", value }] : [];
  });
}
