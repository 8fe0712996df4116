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

  /** The key that this packet is the first to tell of. */
  receive({ payload, ssrc, timestamp }: RtpPacket): string | undefined {
    const event = readTelephoneEvent(payload);
    if (!event) return undefined;
    const press = { ssrc, timestamp, digit: event.digit };
    if (this.#seen.some((seen) => isSame(seen, press))) return undefined;
    const goesOn = this.#seen.some((seen) => isContinued(seen, press));
    this.#seen = [...this.#seen.slice(1 - remembered), press];
    return goesOn ? undefined : event.digit;
  }
}

function isSame(seen: SeenEvent, press: SeenEvent): boolean {
  return seen.ssrc === press.ssrc && seen.timestamp === press.timestamp;
}

function isContinued(seen: SeenEvent, { ssrc, timestamp, digit }: SeenEvent): boolean {
  const next = (seen.timestamp + longestDuration) >>> 0;
  return seen.ssrc === ssrc && seen.digit === digit && next === timestamp;
}
