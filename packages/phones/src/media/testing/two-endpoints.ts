import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import { until } from "@skill-call/test-peers/until";
import type { AudioFrame, MediaEndpoint } from "../media-endpoint.ts";
import { openMediaEndpoint } from "../open-media-endpoint.ts";

/** Two ends of a call over the loopback interface, on a clock moved by hand. */
export interface TwoEndpoints {
  readonly clock: ManualClock;
  readonly ours: MediaEndpoint;
  readonly theirs: MediaEndpoint;
  /** What has arrived at the other end, by place. */
  heardBy(endpoint: MediaEndpoint): Ear;
  close(): Promise<void>;
}

export interface Ear {
  /** The first so many samples, once they are all there. */
  first(samples: number): Promise<Int16Array>;
}

export async function openTwoEndpoints(): Promise<TwoEndpoints> {
  const clock = createManualClock();
  const [ours, theirs] = await Promise.all([
    openMediaEndpoint({ clock }),
    openMediaEndpoint({ clock }),
  ]);
  return {
    clock,
    ours,
    theirs,
    heardBy,
    close: async () => {
      await Promise.all([ours.close(), theirs.close()]);
    },
  };
}

/** Ends the offer and answer between both. */
export function connect({ ours, theirs }: TwoEndpoints): void {
  theirs.accept(ours.answer(theirs.offer()));
}

function heardBy(endpoint: MediaEndpoint): Ear {
  const frames = new Map<number, AudioFrame>();
  endpoint.onAudio((frame) => frames.set(frame.position, frame));
  return {
    first: async (samples) => {
      await until(() => [...frames.keys()].some((position) => position >= samples));
      const heard = new Int16Array(samples);
      for (const { position, samples: frame } of frames.values()) {
        if (position < samples) heard.set(frame.subarray(0, samples - position), position);
      }
      return heard;
    },
  };
}
