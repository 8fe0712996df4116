// Generated from call-form.json. Do not edit: change the form, and run `pnpm skill:models`.
import type { CallContext } from "@skill-call/call-context";

/** The call context as the call form fills it. */
export interface FormCallContext extends CallContext {
  readonly reason: {
    readonly id: "billing" | "technical-support" | "order-status" | "sales" | "other";
    readonly text?: string;
  };
  readonly callerName: string;
  readonly accountId?: string;
}
