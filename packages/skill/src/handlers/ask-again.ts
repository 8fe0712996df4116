import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, openQuestion } from "../alexa/ask.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearNothing, isHopeless } from "../conversation/no-answer.ts";

/** The caller was not understood: asks again, goes on without the answer, or gives up after too many times. */
export function askAgain(input: HandlerInput): Response {
  const { catalog, conversation, hearing } = turnOf(input);
  const heard = hearNothing(hearing.form, conversation);
  if (isHopeless(hearing.form, heard.conversation))
    return end(input, catalog.farewells["cannot-hear"]);
  const open = openQuestion(input);
  return open === "change" ? ask(input, heard, open) : ask(input, heard);
}
