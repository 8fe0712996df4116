import type { AudioFrame } from "../media-endpoint.ts";
import { packetSamples, samplesIn } from "../packet-time.ts";

/** What is kept before the first of it is sent, so that a packet that is late leaves no hole. */
const ahead = samplesIn(40);
/** More than that is time that the far ends would feel: the oldest is dropped, as where two clocks differ. */
const mostKept = samplesIn(200);

/** Sound of another leg on its way to this one: put in order, and handed out packet by packet. */
export class PassedAudio {
  #frames: AudioFrame[] = [];
  #kept = 0;
  #flows = false;
  /** Behind all that was handed out or dropped. */
  #from = Number.NEGATIVE_INFINITY;

  add(frame: AudioFrame): void {
    const at = this.#frames.findIndex(({ position }) => position >= frame.position);
    // Sound that was sent already, or that is here already.
    if (frame.position < this.#from || this.#frames[at]?.position === frame.position) return;
    this.#frames.splice(at < 0 ? this.#frames.length : at, 0, frame);
    this.#kept += frame.samples.length;
    while (this.#kept > mostKept && this.#frames.length > 1) this.#take(Number.POSITIVE_INFINITY);
  }

  /** The next packet; undefined while there is nothing. */
  next(): Int16Array | undefined {
    if (!this.#flows && this.#kept < ahead) return undefined;
    this.#flows = this.#kept > 0;
    if (!this.#flows) return undefined;
    const [first] = this.#frames;
    if (first?.samples.length === packetSamples) return this.#take(packetSamples);
    const packet = new Int16Array(packetSamples);
    for (let filled = 0; filled < packetSamples && this.#kept > 0; ) {
      const part = this.#take(packetSamples - filled);
      packet.set(part, filled);
      filled += part.length;
    }
    return packet;
  }

  /** The oldest samples, of one frame at most. */
  #take(most: number): Int16Array {
    const first = this.#frames.shift();
    if (!first) return new Int16Array(0);
    const taken = first.samples.subarray(0, most);
    const rest = first.samples.subarray(taken.length);
    this.#from = first.position + taken.length;
    this.#kept -= taken.length;
    if (rest.length > 0) this.#frames.unshift({ position: this.#from, samples: rest });
    return taken;
  }
}
