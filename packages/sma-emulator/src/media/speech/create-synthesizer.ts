import type { Clock } from "@skill-call/emulation";
import type { MediaLog } from "@skill-call/phones";
import { readWav, resampled, tone } from "@skill-call/phones";
import type { Speech } from "../../service/media/media.ts";
import { runEspeak } from "./run-espeak.ts";
import type { Synthesizer } from "./synthesizer.ts";

export interface SynthesizerOptions {
  readonly clock: Clock;
  readonly log: MediaLog;
  /** Name or path of the program; `espeak-ng` without it. */
  readonly command?: string;
}

/** A thousand characters take espeak-ng about 0.3 s. */
const patienceMs = 10_000;
const instead = { hz: 440, ms: 500 };

/** Speaks with the local espeak-ng; where there is none a tone sounds, and the log tells what would have been said. */
export function createSynthesizer(options: SynthesizerOptions): Synthesizer {
  return async (speech, signal) => {
    const patience = new AbortController();
    const cancel = options.clock.after(patienceMs, () => patience.abort());
    try {
      return await spoken(options, speech, AbortSignal.any([signal, patience.signal]));
    } catch (cause) {
      if (!signal.aborted) options.log({ level: "warn", message: whyTone(cause, speech) });
      return tone(instead);
    } finally {
      cancel();
    }
  };
}

async function spoken(
  { command = "espeak-ng" }: SynthesizerOptions,
  speech: Omit<Speech, "callId">,
  signal: AbortSignal,
): Promise<Int16Array> {
  return resampled(readWav(await runEspeak({ speech, command, signal })));
}

function whyTone(cause: unknown, { text }: Omit<Speech, "callId">): string {
  const why = cause instanceof Error ? cause.message : String(cause);
  return `A tone in place of speech (${why}). The text: "${text}"`;
}
