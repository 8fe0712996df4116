import { spawn } from "node:child_process";
import type { Speech } from "../../service/media/media.ts";
import { espeakVoice } from "./espeak-voice.ts";

export interface EspeakRun {
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
export function runEspeak({ speech, command, signal }: EspeakRun): Promise<Uint8Array> {
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
