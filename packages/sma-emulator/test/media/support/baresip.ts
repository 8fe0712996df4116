import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWav, tone, writeWav } from "@skill-call/phones";
import { baresip, freePort, testWith } from "@skill-call/test-peers";
import { until } from "@skill-call/test-peers/until";
import { loud, loudest } from "./loudest.ts";

/** Milliseconds of a call whose end baresip tells: it counts whole seconds, and keeps silent about none. */
const toldFromMs = 1500;

/** Tests that need a softphone. */
export const testWithBaresip = testWith(baresip);

/** A softphone, which nobody here wrote. It says a tone for as long as a call lasts. */
export interface Softphone {
  readonly uri: string;
  dial(uri: string): void;
  /** Presses a key. The phone takes it for held until the next one, or until a moment has passed. */
  press(digit: string): void;
  hangUp(): void;
  /** Resolves when the phone has said so, in its own words. */
  says(words: string): Promise<void>;
  /** Resolves when so much more than now has been heard. */
  hearsMore(ms: number): Promise<void>;
  /**
   * Resolves when a tone has been heard, at least so loud, and the call has lasted more than a second: of a shorter one
   * baresip does not say that it is over.
   */
  hears(hz: number, least?: number): Promise<void>;
  /** All that was heard; 8 kHz. Complete once the call is over. */
  heard(): Promise<Int16Array>;
  close(): Promise<void>;
}

export interface SoftphoneOptions {
  readonly hz: number;
  readonly codec?: "PCMU" | "PCMA";
  /** Whether the phone takes a call by itself, as it does without this, or lets it ring. */
  readonly answermode?: "auto" | "manual";
  /** `host:port` where the phone wants to register before it calls; it does not without it. */
  readonly registrar?: string;
}

/** Starts a phone. */
export async function startSoftphone(options: SoftphoneOptions): Promise<Softphone> {
  const folder = await mkdtemp(join(tmpdir(), "baresip-"));
  const recordings = join(folder, "recordings");
  const port = await freePort();
  await mkdir(recordings);
  await writeFile(join(folder, "config"), configuration(folder, port));
  await writeFile(join(folder, "accounts"), account(options));
  const says = tone({ hz: options.hz, ms: 30_000 });
  await writeFile(join(folder, "tone.wav"), writeWav({ sampleRate: 8000, samples: says }));
  const child = spawn("baresip", ["-4", "-f", folder]);
  const output = gathered(child);
  const phone = {
    uri: `sip:phone@127.0.0.1:${port}`,
    dial: (uri: string) => void child.stdin.write(`/dial ${uri}\n`),
    press: (digit: string) => void child.stdin.write(digit),
    hangUp: () => void child.stdin.write("/hangup\n"),
    says: async (words: string) => {
      await until(() => output().includes(words) || hasEnded(child, output));
    },
    hearsMore: async (ms: number) => {
      const before = await recordedBytes(recordings);
      await until(
        async () =>
          (await recordedBytes(recordings)) >= before + ms * 16 || hasEnded(child, output),
      );
    },
    hears: async (hz: number, least = loud) => {
      await until(async () => {
        const samples = await heardSoFar(recordings);
        const isTold = samples.length > toldFromMs * 8;
        return (isTold && loudest(samples, hz) > least) || hasEnded(child, output);
      });
    },
    heard: () => heardIn(recordings),
    close: async () => {
      if (isRunning(child)) {
        // Asked kindly it would unregister first, at an emulator that may be gone.
        child.kill("SIGKILL");
        await once(child, "exit");
      }
      await rm(folder, { recursive: true });
    },
  };
  await phone.says("baresip is ready.");
  return phone;
}

function gathered(child: ChildProcessWithoutNullStreams): () => string {
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  return () => output;
}

/** One that a signal has ended has no exit code. */
const isRunning = ({ exitCode, signalCode }: ChildProcess) =>
  exitCode === null && signalCode === null;

/** Nothing is to be waited for any more. */
function hasEnded(child: ChildProcess, output: () => string): false {
  if (isRunning(child)) return false;
  throw new Error(`baresip has ended: ${output().slice(-2000)}`);
}

/** Of a WAV file as sndfile writes it. */
const headerBytes = 44;

async function dumps(recordings: string): Promise<readonly string[]> {
  const files = await readdir(recordings);
  return files
    .filter((file) => file.endsWith("-dec.wav"))
    .sort()
    .map((file) => join(recordings, file));
}

async function recordedBytes(recordings: string): Promise<number> {
  const sizes = await Promise.all(
    (await dumps(recordings)).map(async (path) => (await stat(path)).size),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Without the headers, which are right once the calls are over. */
async function heardSoFar(recordings: string): Promise<Int16Array> {
  const files = await Promise.all((await dumps(recordings)).map((path) => readFile(path)));
  const { buffer, byteLength } = Buffer.concat(files.map((file) => file.subarray(headerBytes)));
  return new Int16Array(buffer, 0, byteLength >> 1);
}

async function heardIn(recordings: string): Promise<Int16Array> {
  const files = await Promise.all((await dumps(recordings)).map((path) => readFile(path)));
  return Int16Array.from(files.flatMap((file) => [...readWav(file).samples]));
}

function account({ codec = "PCMU", answermode = "auto", registrar }: SoftphoneOptions): string {
  const [domain, regint] = registrar === undefined ? ["127.0.0.1", 0] : [registrar, 60];
  return `<sip:phone@${domain}>;regint=${regint};answermode=${answermode};audio_codecs=${codec}/8000/1\n`;
}

function configuration(folder: string, port: number): string {
  return `poll_method epoll
sip_listen 127.0.0.1:${port}
net_interface 127.0.0.1
call_max_calls 4
audio_source aufile,${folder}/tone.wav
audio_player aubridge,nobody
audio_alert aubridge,nobody
ausrc_format s16
auplay_format s16
auenc_format s16
audec_format s16
audio_buffer 20-160
jitter_buffer_delay 1-5
snd_path ${folder}/recordings
module_path /usr/lib/baresip/modules
module stdio.so
module g711.so
module sndfile.so
module aufile.so
module aubridge.so
module_tmp uuid.so
module_tmp account.so
module_app menu.so
`;
}
