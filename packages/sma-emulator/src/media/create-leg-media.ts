import { type Clock, waited } from "@skill-call/emulation";
import {
  AudioFileError,
  type MediaEndpoint,
  type MediaLog,
  readWav,
  resampled,
  sampleRate,
  samplesIn,
  tone,
  writeWav,
} from "@skill-call/phones";
import type { Audio, Media } from "../service/media/media.ts";
import { createCallRecordings } from "./call-recordings.ts";
import { record } from "./recording.ts";
import { createSynthesizer } from "./speech/create-synthesizer.ts";
import type { Synthesizer } from "./speech/synthesizer.ts";
import { openBucketFolder } from "./store/bucket-folder.ts";

export interface LegMediaOptions {
  readonly clock: Clock;
  /** The endpoint that the far end of a leg (its CallId) hears; where there is none, nobody hears anything. */
  readonly endpointOf: (callId: string) => Promise<MediaEndpoint | undefined>;
  /** The same for a leg that may not be answered yet; `endpointOf` without it. */
  readonly earlyEndpointOf?: (callId: string) => Promise<MediaEndpoint | undefined>;
  /** In place of S3: a file lies at `<folder>/<BucketName>/<Key>`. Without it there is no file. */
  readonly promptsFolder?: string;
  /** In place of S3: RecordAudio writes to `<folder>/<BucketName>/<Key>`. Without it nothing can be kept. */
  readonly recordingsFolder?: string;
  /** Speaks with the local espeak-ng without it. */
  readonly synthesize?: Synthesizer;
  readonly log?: MediaLog;
}

/** The service's media on real call legs. Where a leg has no endpoint everything takes its time, unheard. */
export function createLegMedia(options: LegMediaOptions): Media {
  const { clock, endpointOf, earlyEndpointOf = endpointOf, log = () => {} } = options;
  const { synthesize = createSynthesizer({ clock, log }) } = options;
  const warn = (message: string) => log({ level: "warn", message });

  const sound = async (callId: string, samples: Int16Array, signal: AbortSignal) => {
    const endpoint = await endpointOf(callId);
    if (endpoint) await endpoint.play(samples, signal);
    else await waited({ clock, ms: (samples.length * 1000) / sampleRate, signal });
  };

  return {
    speak: async ({ callId, ...speech }, signal) => {
      await sound(callId, await synthesize(speech, signal), signal);
    },
    play: async (audio, signal) => {
      const samples = await prompt(options.promptsFolder, audio, warn);
      if (samples) await sound(audio.callId, samples, signal);
      return samples !== undefined;
    },
    ringBack: async ({ callId, file }, signal) => {
      const samples = file && (await prompt(options.promptsFolder, file, warn));
      const endpoint = await earlyEndpointOf(callId);
      if (!signal.aborted) await endpoint?.repeat(samples ?? ringbackTone(), signal);
    },
    record: async ({ callId, silence, ...name }, signal) => {
      const { recordingsFolder } = options;
      if (recordingsFolder === undefined) {
        warn("There is no recordings folder: nothing is recorded.");
        return false;
      }
      const endpoint = (await endpointOf(callId)) ?? unheard;
      const samples = await record({ endpoint, clock, signal, ...(silence && { silence }) });
      const file = writeWav({ sampleRate, samples });
      const kept = await openBucketFolder(recordingsFolder).write(name, file);
      if (!kept) warn(`The recording cannot be written below ${recordingsFolder}.`);
      return kept;
    },
    recordCall: createCallRecordings({ ...options, warn }),
    dial: async ({ callId, digits, toneMs }, signal) => {
      const endpoint = await endpointOf(callId);
      const dialled = (await endpoint?.sendDigits(digits, { toneMs, signal })) ?? false;
      if (!dialled) warn("Nothing is dialled: the leg takes no telephone-events from us.");
      return dialled;
    },
  };
}

/** Nobody speaks on a leg without an endpoint. */
const unheard: Pick<MediaEndpoint, "onAudio"> = { onAudio: () => () => {} };

async function prompt(
  folder: string | undefined,
  audio: Pick<Audio, "bucketName" | "key">,
  warn: (message: string) => void,
): Promise<Int16Array | undefined> {
  const file = folder === undefined ? undefined : await openBucketFolder(folder).read(audio);
  if (!file) {
    warn(
      `There is no file ${audio.bucketName}/${audio.key} in ${folder ?? "a prompts folder: none is set"}.`,
    );
    return undefined;
  }
  try {
    return resampled(readWav(file));
  } catch (cause) {
    if (!(cause instanceof AudioFileError)) throw cause;
    warn(`${audio.bucketName}/${audio.key} cannot be played: ${cause.message}`);
    return undefined;
  }
}

const onMs = 2000;
const offMs = 4000;
const [lowHz, highHz] = [440, 480];

/** One round of the ringback tone of North America (ITU-T E.180): it rings, and then it does not. */
function ringbackTone(): Int16Array {
  const low = tone({ hz: lowHz, ms: onMs, amplitude: 3000 });
  const high = tone({ hz: highHz, ms: onMs, amplitude: 3000 });
  const round = new Int16Array(samplesIn(onMs + offMs));
  round.set(low.map((sample, at) => sample + (high[at] ?? 0)));
  return round;
}
