import type { KeyNews } from "./passed-keys.ts";
import type { RtpPacket } from "./rtp-packet.ts";
import { readTelephoneEvent } from "./telephone-event.ts";

/** Longest duration of one event; a key held longer goes on as a new one (RFC 4733 §2.5.1.3). */
const longestDuration = 0xffff;
/** How many events back a packet may come late. */
const remembered = 16;

interface SeenEvent {
  readonly ssrc: number;
  readonly timestamp: number;
  readonly digit: string;
}

/**
 * Tells each press of a key once. All packets of an event have one timestamp (RFC 4733 §2.3), so the first one that
 * arrives counts, whichever of the others are lost, repeated or late.
 */
export class DigitReceiver {
  #seen: readonly SeenEvent[] = [];

  /** What the packet tells of the latest press; undefined where it is not a key's, or an earlier press's. */
  receive({ payload, ssrc, timestamp }: RtpPacket): KeyNews | undefined {
    const event = readTelephoneEvent(payload);
    if (!event) return undefined;
    const { digit, end: up } = event;
    const press = { ssrc, timestamp, digit };
    const latest = this.#seen.at(-1);
    if (latest && isSame(latest, press)) return { digit, first: false, up };
    if (this.#seen.some((seen) => isSame(seen, press))) return undefined;
    const goesOn = this.#seen.some((seen) => isContinued(seen, press));
    this.#seen = [...this.#seen.slice(1 - remembered), press];
    return { digit, first: !goesOn, up };
  }
}

function isSame(seen: SeenEvent, press: SeenEvent): boolean {
  return seen.ssrc === press.ssrc && seen.timestamp === press.timestamp;
}

function isContinued(seen: SeenEvent, { ssrc, timestamp, digit }: SeenEvent): boolean {
  const next = (seen.timestamp + longestDuration) >>> 0;
  return seen.ssrc === ssrc && seen.digit === digit && next === timestamp;
}
