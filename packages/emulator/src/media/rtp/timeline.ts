import { sampleRate } from "../packet-time.ts";
import type { RtpPacket } from "./rtp-packet.ts";

/** A timestamp further back than this begins the count anew: nothing comes a second late. */
const latestSamples = sampleRate;

/** Where the packets of the far end belong, by their timestamps: late, doubled and missing ones move nothing. */
export class Timeline {
  #ssrc: number | undefined;
  /** Timestamp and position of the newest packet, and where it ends. */
  #timestamp = 0;
  #position = 0;
  #end = 0;

  /** Samples since the first packet. A new sender, or a new count, goes on behind what there is. */
  positionOf({ ssrc, timestamp, payload }: RtpPacket): number {
    const moved = (timestamp - this.#timestamp) | 0;
    const anew = ssrc !== this.#ssrc || moved < -latestSamples;
    const position = anew ? this.#end : this.#position + moved;
    if (anew || moved > 0) {
      this.#ssrc = ssrc;
      this.#timestamp = timestamp;
      this.#position = position;
    }
    this.#end = Math.max(this.#end, position + payload.length);
    return position;
  }
}
