import { callIntentName } from "@skill-call/call-form";
import { getRequest, getRequestType, type RequestHandler } from "ask-sdk-core";
import type { canfulfill, Intent } from "ask-sdk-model";
import { readCallIntent } from "../alexa/call-intent.ts";
import { slotPhrases } from "../alexa/slot-phrases.ts";
import { turnOf } from "../alexa/turn.ts";
import type { Spoken } from "../conversation/conversation.ts";
import type { Hearing } from "../conversation/hear.ts";
import { fieldAsked } from "../conversation/question.ts";

type CanFulfill = canfulfill.CanFulfillIntent;
type Understood = canfulfill.CanUnderstandSlotValues;

/**
 * Whether the skill could be of use to somebody who did not name it (CanFulfillIntentRequest). Nothing is said and
 * nothing done; somebody in danger is none of ours.
 */
export const canFulfillHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "CanFulfillIntentRequest",
  handle(input) {
    const { intent } = getRequest<canfulfill.CanFulfillIntentRequest>(input.requestEnvelope);
    const { danger, hearing } = turnOf(input);
    const isOurs = intent.name === callIntentName && danger === undefined;
    const answer: CanFulfill = isOurs ? answerFor(intent, hearing) : { canFulfill: "NO" };
    return input.responseBuilder.withCanFulfillIntent(answer).getResponse();
  },
};

function answerFor(intent: Intent, hearing: Hearing): CanFulfill {
  const understood = understoodSlots(intent, hearing);
  const isWhole = understood.every(([, canUnderstand]) => canUnderstand === "YES");
  const slots = understood.map(([name, canUnderstand]) => {
    const canFulfill = canUnderstand === "NO" ? "NO" : "YES";
    return [name, { canUnderstand, canFulfill }] as const;
  });
  return { canFulfill: isWhole ? "YES" : "MAYBE", slots: Object.fromEntries(slots) };
}

function understoodSlots(
  intent: Intent,
  hearing: Hearing,
): readonly (readonly [string, Understood])[] {
  const spoken = readCallIntent(intent, hearing);
  const filled = Object.entries(intent.slots ?? {}).filter(
    ([, slot]) => slotPhrases(slot).length > 0,
  );
  return filled.map(([name]) => [name, understanding(name, spoken, hearing)]);
}

function understanding(slot: string, spoken: Spoken, hearing: Hearing): Understood {
  const isReason = fieldAsked(hearing.form, slot)?.kind === "reason";
  if (isReason) return spoken[slot]?.id === undefined ? "MAYBE" : "YES";
  return slot in spoken ? "YES" : "NO";
}
