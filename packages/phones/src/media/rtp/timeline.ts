import type { Clock } from "@skill-call/emulation";
import { sampleRate, samplesIn } from "../packet-time.ts";
import type { RtpPacket } from "./rtp-packet.ts";

/** A timestamp that is further from what the clock says begins the count anew: no network is that late. 2 s. */
const mostAstray = 2 * sampleRate;

/** Where the packets of the far end belong, by their timestamps: late, doubled and missing ones move nothing. */
export class Timeline {
  readonly #clock: Clock;
  /** Of the newest packet. */
  #newest: { ssrc: number; timestamp: number; position: number; heardAt: number } | undefined;
  /** Behind all that was heard. */
  #end = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Samples since the first packet. Where a new sender, or a new count, goes on, the clock says. */
  positionOf({ ssrc, timestamp, payload }: RtpPacket): number {
    const heardAt = this.#clock.now();
    const before = this.#newest ?? { ssrc, timestamp, position: 0, heardAt };
    const elapsed = samplesIn(heardAt - before.heardAt);
    const moved = (timestamp - before.timestamp) | 0;
    const anew = ssrc !== before.ssrc || Math.abs(moved - elapsed) > mostAstray;
    const position = anew
      ? Math.max(this.#end, before.position + elapsed)
      : before.position + moved;
    if (anew || moved >= 0) this.#newest = { ssrc, timestamp, position, heardAt };
    this.#end = Math.max(this.#end, position + payload.length);
    return position;
  }
}
