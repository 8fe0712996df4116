import type { ValidationModel } from "../model/interaction-model.ts";
import { hasMatch } from "../nlu/entity-resolution.ts";
import { wordKey } from "../nlu/utterance.ts";
import type { SlotState } from "./intent-state.ts";

type Check = (slot: SlotState, values: readonly string[]) => boolean;

/** The validations of the dialog model that are emulated. The others, on dates and times, let everything pass. */
const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  [
    "hasEntityResolutionMatch",
    (slot) => (slot.values ?? [slot]).every(({ resolutions }) => hasMatch(resolutions)),
  ],
  ["isInSet", isInSet],
  ["isNotInSet", (slot, values) => !isInSet(slot, values)],
  ["isGreaterThan", (slot, [limit]) => compare(slot, limit, (a, b) => a > b)],
  ["isGreaterThanOrEqualTo", (slot, [limit]) => compare(slot, limit, (a, b) => a >= b)],
  ["isLessThan", (slot, [limit]) => compare(slot, limit, (a, b) => a < b)],
  ["isLessThanOrEqualTo", (slot, [limit]) => compare(slot, limit, (a, b) => a <= b)],
]);

/** The first validation that the slot's value does not pass. */
export function failedValidation(
  slot: SlotState,
  validations: readonly ValidationModel[],
): ValidationModel | undefined {
  return validations.find(({ type, values }) => checks.get(type)?.(slot, values) === false);
}

/** Compares what was said and what it was resolved to. */
function isInSet({ value = "", resolutions }: SlotState, values: readonly string[]): boolean {
  const allowed = new Set(values.map(wordKey));
  const resolved = (resolutions?.resolutionsPerAuthority ?? []).flatMap((authority) =>
    (authority.values ?? []).map((each) => each.value.name),
  );
  return [value, ...resolved].some((each) => allowed.has(wordKey(each)));
}

function compare(
  { value }: SlotState,
  limit: string | undefined,
  holds: (value: number, limit: number) => boolean,
): boolean {
  return holds(Number(value), Number(limit));
}
