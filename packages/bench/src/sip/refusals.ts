import type { SmaTraceEvent } from "@skill-call/sma-emulator";

/** RFC 3261 §21.5.4. */
const unavailable = 503;

/** Calls that the emulator sent away because it had too much to do. */
export class Refusals {
  sentAway = 0;

  hear({ kind, detail }: SmaTraceEvent): void {
    const { sipCode } = (detail ?? {}) as { readonly sipCode?: number };
    if (kind === "call.refused" && sipCode === unavailable) this.sentAway += 1;
  }
}
