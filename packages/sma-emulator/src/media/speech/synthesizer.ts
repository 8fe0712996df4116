import type { Speech } from "../../service/media/media.ts";

/** Turns a text into sound at 8 kHz. Never fails: one that cannot speak makes some other sound. */
export type Synthesizer = (
  speech: Omit<Speech, "callId">,
  signal: AbortSignal,
) => Promise<Int16Array>;
