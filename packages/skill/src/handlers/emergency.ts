import { getRequest, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { IntentRequest, Response } from "ask-sdk-model";
import { askWhetherEmergency } from "../alexa/ask-whether-emergency.ts";
import { readCallIntent } from "../alexa/call-intent.ts";
import { end } from "../alexa/end.ts";
import { type Turn, turnOf } from "../alexa/turn.ts";
import { graver } from "../safety/danger.ts";

/**
 * A caller who says at any question that somebody is in danger hears which number to dial, and the session ends: no call
 * is placed, nothing is stored, and of what was said nothing is kept or logged. Where it is not clear, the caller is
 * asked. It needs nothing but the request.
 */
export const emergencyHandler: RequestHandler = {
  canHandle: (input) => turnOf(input).danger !== undefined,
  handle(input) {
    const { danger } = turnOf(input);
    return danger?.isSure === false ? answerDoubtful(input, danger) : endWith(input, danger);
  },
};

function endWith(input: HandlerInput, danger: Turn["danger"]): Response {
  return end(input, turnOf(input).catalog.farewells[danger?.danger ?? "emergency"]);
}

/**
 * A caller who is asked whether there is an emergency and says something like it again has answered; of the two the graver
 * one counts: whoever may mean suicide is told of 988.
 */
function answerDoubtful(
  input: HandlerInput,
  { danger, phrase = "" }: NonNullable<Turn["danger"]>,
): Response {
  const { catalog, conversation, hearing } = turnOf(input);
  if (conversation.doubt)
    return end(input, catalog.farewells[graver(danger, conversation.doubt.danger)]);
  const { intent } = getRequest<IntentRequest>(input.requestEnvelope);
  const spoken = readCallIntent(intent, hearing);
  return askWhetherEmergency(input, { ...conversation, doubt: { danger, phrase, spoken } });
}
