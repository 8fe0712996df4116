/** What the skill may be waiting for: a slot of the call intent, the caller's word to call, or a correction. */
export const slotQuestions = ["callerName", "accountId", "reason"] as const;
export type SlotQuestion = (typeof slotQuestions)[number];

export const questions = [...slotQuestions, "confirmation", "change"] as const;
export type Question = (typeof questions)[number];

export function isSlotQuestion(question: Question): question is SlotQuestion {
  return slotQuestions.some((slot) => slot === question);
}
