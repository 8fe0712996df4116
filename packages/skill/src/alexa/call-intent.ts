import type { Intent, Slot } from "ask-sdk-model";
import { isReasonId, type ReasonId } from "../call-reasons.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Spoken } from "../conversation/hear.ts";
import { reasonSlotValue, type SpokenReason } from "../conversation/reason.ts";
import { simpleValues, slotPhrases } from "./slot-phrases.ts";

export const callIntentName = "CallIntent";

/** Reads the slots of a call intent. */
export function readCallIntent(intent: Intent): Spoken {
  const slots = intent.slots ?? {};
  const [callerName] = slotPhrases(slots.callerName);
  const [accountId] = slotPhrases(slots.accountId);
  const reason = readReason(slots.reason);
  return {
    ...(callerName !== undefined && { callerName }),
    ...(accountId !== undefined && { accountId }),
    ...(reason !== undefined && { reason }),
  };
}

function readReason(slot: Slot | undefined): SpokenReason | undefined {
  const [words] = slotPhrases(slot);
  const id = resolvedReason(slot);
  return words === undefined ? undefined : { words, ...(id !== undefined && { id }) };
}

/** Several authorities may answer (the model's own values, dynamic entities): the first match counts. */
function resolvedReason(slot: Slot | undefined): ReasonId | undefined {
  const [simple] = simpleValues(slot?.slotValue);
  const resolutions = slot?.resolutions ?? simple?.resolutions;
  const authorities = resolutions?.resolutionsPerAuthority ?? [];
  const matches = authorities.filter(({ status }) => status?.code === "ER_SUCCESS_MATCH");
  return matches
    .flatMap(({ values }) => (values ?? []).map(({ value }) => value.id))
    .find(isReasonId);
}

/** The intent as the conversation has it: Alexa's own copy may hold an answer that was not taken. */
export function callIntentOf({ callerName, accountId, reason }: Conversation): Intent {
  return {
    name: callIntentName,
    confirmationStatus: "NONE",
    slots: {
      callerName: slotOf("callerName", callerName),
      accountId: slotOf("accountId", accountId),
      reason: slotOf("reason", reason && reasonSlotValue(reason)),
    },
  };
}

function slotOf(name: string, value: string | undefined): Slot {
  return { name, confirmationStatus: "NONE", ...(value !== undefined && { value }) };
}
