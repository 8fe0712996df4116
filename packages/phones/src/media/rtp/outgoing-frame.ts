import { packetMs, packetSamples, samplesIn } from "../packet-time.ts";
import type { TelephoneEvent } from "./telephone-event.ts";

/** What leaves in one packet. */
export type OutgoingFrame =
  | { readonly type: "audio"; readonly samples: Int16Array }
  | {
      readonly type: "event";
      readonly event: TelephoneEvent;
      /** How many packets ago the key went down: all packets of an event carry the time of the first. */
      readonly age: number;
    };

/** RFC 4733 §2.5.1.4: the end is told three times. */
const endPackets = 3;
/** Between two keys. Phones want 40 ms at least (ITU-T Q.24). */
const betweenDigitsMs = 100;
/** Guide, "SendDigits": a comma waits half a second. */
const commaMs = 500;

/** Sound, packet by packet; the last one is filled up with silence. */
export function* audioFrames(samples: Int16Array): Generator<OutgoingFrame> {
  for (let start = 0; start < samples.length; start += packetSamples) {
    const frame = new Int16Array(packetSamples);
    frame.set(samples.subarray(start, start + packetSamples));
    yield { type: "audio", samples: frame };
  }
}

/** Sound without an end; of nothing there is nothing to repeat. */
export function* repeatedly(samples: Int16Array): Generator<OutgoingFrame> {
  while (samples.length > 0) yield* audioFrames(samples);
}

export interface Dialling {
  /** 0–9, *, #, A–D; a comma waits. */
  readonly digits: string;
  readonly toneMs: number;
}

/** Keys, pressed one after the other. */
export function* digitFrames({ digits, toneMs }: Dialling): Generator<OutgoingFrame> {
  for (const digit of digits) {
    if (digit === ",") {
      yield* silence(commaMs);
      continue;
    }
    yield* pressed(digit, Math.ceil(toneMs / packetMs));
    yield* silence(betweenDigitsMs);
  }
}

function* pressed(digit: string, packets: number): Generator<OutgoingFrame> {
  const last = packets + endPackets - 1;
  for (let age = 0; age < last; age += 1) {
    const end = age >= packets - 1;
    const duration = Math.min(Math.min(age + 1, packets) * packetSamples, 0xffff);
    yield { type: "event", event: { digit, end, duration }, age };
  }
}

function* silence(ms: number): Generator<OutgoingFrame> {
  yield* audioFrames(new Int16Array(samplesIn(ms)));
}
