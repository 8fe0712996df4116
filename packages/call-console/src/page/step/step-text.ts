import type { TraceEvent } from "@skill-call/emulation/trace";
import { isSipMessage } from "../../record/known-steps.ts";

/** A step's detail as text: a SIP message as the lines it is, anything else as JSON. */
export function stepText(step: TraceEvent): string | undefined {
  const { detail } = step;
  if (detail === undefined) return undefined;
  const { message } = detail as { readonly message?: unknown };
  return isSipMessage(step) && typeof message === "string"
    ? message.replaceAll("\r\n", "\n")
    : JSON.stringify(detail, null, 2);
}
