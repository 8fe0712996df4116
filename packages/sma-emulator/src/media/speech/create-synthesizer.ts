import { spawn } from "node:child_process";
import type { Clock } from "@skill-call/emulation";
import { type MediaLog, readWav, resampled, tone } from "@skill-call/phones";
import type { Speech } from "../../service/media/media.ts";
import { espeakVoice } from "./espeak-voice.ts";
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

interface EspeakRun {
  readonly speech: Omit<Speech, "callId">;
  /** Name or path of the program. */
  readonly command: string;
  /** Kills it. */
  readonly signal: AbortSignal;
}

/**
 * A WAV file of what espeak-ng says; the text goes in over its standard input.
 * @throws {Error} when it is not there, is stopped, or says nothing
 */
function runEspeak({ speech, command, signal }: EspeakRun): Promise<Uint8Array> {
  const markup = speech.textType === "ssml" ? ["-m"] : [];
  const options = ["--stdin", "--stdout", "-v", espeakVoice(speech), ...markup];
  return new Promise((resolve, reject) => {
    const process = spawn(command, options, { signal, stdio: ["pipe", "pipe", "pipe"] });
    const sound: Buffer[] = [];
    const complaints: Buffer[] = [];
    process.stdout.on("data", (chunk: Buffer) => sound.push(chunk));
    process.stderr.on("data", (chunk: Buffer) => complaints.push(chunk));
    // A program that ends early closes the pipe: its exit code tells.
    process.stdin.on("error", () => {});
    process.on("error", reject);
    process.on("close", (code) => {
      if (code === 0 && sound.length > 0) return resolve(Buffer.concat(sound));
      reject(new Error(Buffer.concat(complaints).toString().trim() || `exit code ${code}`));
    });
    process.stdin.end(speech.text);
  });
}
