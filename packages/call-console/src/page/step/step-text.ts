import type { TraceEvent } from "@skill-call/emulation/trace";

/** A step's detail as text: a SIP message as the lines it is, anything else as JSON. */
export function stepText({ kind, detail }: TraceEvent): string | undefined {
  if (detail === undefined) return undefined;
  const { message } = detail as { readonly message?: unknown };
  return kind.startsWith("sip.") && typeof message === "string"
    ? message.replaceAll("\r\n", "\n")
    : JSON.stringify(detail, null, 2);
}
