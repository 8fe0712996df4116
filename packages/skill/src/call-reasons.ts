/**
 * The ids of call-reasons.json, as types: a missing name or sentence for one is a compile error.
 * TypeScript reads a JSON list as `string[]`; a test keeps the two equal.
 */
export const reasonIds = [
  "billing",
  "technical-support",
  "order-status",
  "sales",
  "other",
] as const;
export type ReasonId = (typeof reasonIds)[number];

export function isReasonId(value: unknown): value is ReasonId {
  return reasonIds.some((id) => id === value);
}
