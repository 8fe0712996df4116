import type { FieldValue } from "@skill-call/call-form";

/** What the skill says about what it just heard, before its next question. */
export type Remark =
  | "welcome"
  | "starting-over"
  | "misheard"
  | "not-calling"
  | "calling-soon"
  | "changing"
  | "waiting"
  | "hours"
  | "number"
  | "who"
  | "after-consent"
  | "no-emergency"
  | FieldRemark;

/** About one field: its value, read back, or what is wrong with what was said. */
export type FieldRemark =
  | { readonly field: string; readonly says: "heard"; readonly value: FieldValue }
  | { readonly field: string; readonly says: "unclear" | "skipped" | "givenUp" | "needed" };
