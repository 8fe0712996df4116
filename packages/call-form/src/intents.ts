import type { Field } from "./form/field.ts";

/** The names that models and skill share: the models of a form declare these intents, and the skill answers them. */

/** The intent that gathers: its slots are the fields of the form. */
export const callIntentName = "CallIntent";

/** To go on without an answer. */
export const dontKnowIntentName = "DontKnowIntent";

/** "Hold on". */
export const waitIntentName = "WaitIntent";

/** "When are you open?" */
export const hoursIntentName = "HoursIntent";

/** "What's your number?" */
export const numberIntentName = "NumberIntent";

/** "Who is this?" */
export const whoIntentName = "WhoIntent";

/** To change something of what was said. */
export const changeIntentName = "ChangeIntent";

/** The slot that holds what is to be changed; while it is asked for, a new value may stand in it too. */
export const changeSlotName = "part";

/** The id of that slot's value that stands for all fields. */
export const everythingId = "everything";

/**
 * The slot for a value of a field that somebody does not mean: "not billing, sales".
 * @example rejectedSlotName({ id: "reason" }); // "notReason"
 */
export function rejectedSlotName({ id }: Pick<Field, "id">): string {
  return `not${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}

/**
 * The slot for a value behind a "no" that may correct or deny: "no billing", "no emergency".
 * @example correctedSlotName({ id: "reason" }); // "newReason"
 */
export function correctedSlotName({ id }: Pick<Field, "id">): string {
  return `new${id.charAt(0).toUpperCase()}${id.slice(1)}`;
}
