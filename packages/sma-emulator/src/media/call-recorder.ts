import type { Clock } from "@skill-call/emulation";
import type { MediaEndpoint } from "@skill-call/phones";
import type { RecordingTrack } from "@skill-call/pstn-audio";
import { Track } from "./track.ts";

export interface CallRecorderOptions {
  readonly endpoint: Pick<MediaEndpoint, "onAudio" | "onSent">;
  readonly clock: Clock;
  readonly track: RecordingTrack;
}

/** What a leg's far end says (INCOMING) and what it hears (OUTGOING), at once. */
interface Section {
  readonly incoming: Track;
  readonly outgoing: Track;
}

/** What was recorded: one channel, or INCOMING on the left and OUTGOING on the right. */
export interface RecordedCall {
  readonly channels: 1 | 2;
  /** 8 kHz; left and right in turn. */
  readonly samples: Int16Array;
}

/** Records a leg, whatever else happens in its call. What is said while it is paused is left out. */
export class CallRecorder {
  readonly #options: CallRecorderOptions;
  readonly #sections: RecordedCall[] = [];
  #current: Section | undefined;
  readonly #deafen: readonly (() => void)[];

  constructor(options: CallRecorderOptions) {
    this.#options = options;
    const { endpoint } = options;
    this.#deafen = [
      endpoint.onAudio((frame) => this.#current?.incoming.add(frame)),
      endpoint.onSent((frame) => this.#current?.outgoing.add(frame)),
    ];
    this.resume();
  }

  resume(): void {
    const { clock } = this.#options;
    this.#current ??= { incoming: new Track(clock), outgoing: new Track(clock) };
  }

  pause(): void {
    if (this.#current) this.#sections.push(this.#recorded(this.#current));
    this.#current = undefined;
  }

  /** Ends it. */
  finish(): RecordedCall {
    this.pause();
    for (const deafen of this.#deafen) deafen();
    const length = this.#sections.reduce((sum, { samples }) => sum + samples.length, 0);
    const samples = new Int16Array(length);
    let at = 0;
    for (const section of this.#sections) {
      samples.set(section.samples, at);
      at += section.samples.length;
    }
    return { channels: this.#options.track === "BOTH" ? 2 : 1, samples };
  }

  #recorded({ incoming, outgoing }: Section): RecordedCall {
    const { track } = this.#options;
    if (track === "INCOMING") return { channels: 1, samples: incoming.samples() };
    if (track === "OUTGOING") return { channels: 1, samples: outgoing.samples() };
    return { channels: 2, samples: inTurn(incoming.samples(), outgoing.samples()) };
  }
}

function inTurn(left: Int16Array, right: Int16Array): Int16Array {
  const samples = new Int16Array(2 * left.length);
  for (const [at, sample] of left.entries()) {
    samples[2 * at] = sample;
    samples[2 * at + 1] = right[at] ?? 0;
  }
  return samples;
}
