// Generated from call-form.json. Do not edit: change the form, and run `pnpm skill:models`.
import type { CallContext } from "@skill-call/call-context";

/** The call context as the call form fills it. */
export interface FormCallContext extends CallContext {
  readonly reason: {
    readonly id: "appointment" | "prescription" | "results" | "other";
    readonly text?: string;
  };
  readonly callerName: string;
  /** ISO 8601, such as `2026-01-31`. */
  readonly birthday: string;
  /** E.164. */
  readonly callBackNumber?: string;
  readonly practice?: "north" | "lakeside";
  readonly urgency: "today" | "this-week" | "no-hurry";
}
