import { packetMs, packetSamples } from "../packet-time.ts";
import type { OutgoingFrame } from "./outgoing-frame.ts";

/** RFC 4733 §2.5.1.4: the end is told three times. */
const endPackets = 3;
/** Phones want 40 ms at least (ITU-T Q.24). */
const fewestPackets = 2;
/** A key of which nothing more is heard has come up, and the news was lost. */
const lostAfterPackets = 200 / packetMs;

interface Key {
  readonly digit: string;
  /** Packets since anything was heard of it. */
  quiet: number;
  up: boolean;
  /** Packets sent. */
  sent: number;
  /** Packets that told the key to be down. */
  down: number;
}

/** What a packet tells of a key. */
export interface KeyNews {
  readonly digit: string;
  /** It is the first packet of a press that arrives. */
  readonly first: boolean;
  readonly up: boolean;
}

/** Keys that are pressed on another leg, to be pressed on this one: for as long, and in one piece. */
export class PassedKeys {
  readonly #keys: Key[] = [];

  hear({ digit, first, up }: KeyNews): void {
    if (first) this.#keys.push({ digit, quiet: 0, up, sent: 0, down: 0 });
    const latest = this.#keys.at(-1);
    if (latest?.digit !== digit) return;
    latest.quiet = 0;
    latest.up ||= up;
  }

  /** The next packet of the key that is down, or comes up. */
  next(): OutgoingFrame | undefined {
    const [key] = this.#keys;
    if (!key) return undefined;
    key.quiet += 1;
    if (key.quiet > lostAfterPackets) key.up = true;
    const age = key.sent;
    key.sent += 1;
    const end = key.up && key.down >= fewestPackets - 1;
    if (!end) key.down += 1;
    const ended = key.sent - key.down;
    if (ended === endPackets) this.#keys.shift();
    // All packets of the end tell the same duration: that of the first of them.
    const duration = Math.min((end ? key.down + 1 : key.down) * packetSamples, 0xffff);
    return { type: "event", event: { digit: key.digit, end, duration }, age };
  }
}
