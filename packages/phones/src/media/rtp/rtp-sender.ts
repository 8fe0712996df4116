import { codecs } from "../codec/codecs.ts";
import { packetSamples } from "../packet-time.ts";
import type { AudioSession } from "../sdp/audio-session.ts";
import type { OutgoingFrame } from "./outgoing-frame.ts";
import { writeRtp } from "./rtp-packet.ts";
import { writeTelephoneEvent } from "./telephone-event.ts";

/** Where a stream begins: at random (RFC 3550 §5.1), in tests not. */
export interface StreamStart {
  readonly ssrc: number;
  readonly sequence: number;
  readonly timestamp: number;
}

/** Makes the packets of one stream: numbers them one by one and lets their time run on, sent or not. */
export class RtpSender {
  readonly #ssrc: number;
  #sequence: number;
  #timestamp: number;
  #talks = false;

  constructor({ ssrc, sequence, timestamp }: StreamStart) {
    this.#ssrc = ssrc;
    this.#sequence = sequence;
    this.#timestamp = timestamp;
  }

  /** The datagram of this moment; undefined when the far end does not want it. */
  packet(frame: OutgoingFrame, session: AudioSession): Uint8Array | undefined {
    const packet = session.sends ? this.#datagram(frame, session) : undefined;
    this.#talks = packet !== undefined;
    this.#timestamp = (this.#timestamp + packetSamples) >>> 0;
    return packet;
  }

  #datagram(frame: OutgoingFrame, session: AudioSession): Uint8Array | undefined {
    if (frame.type === "audio") {
      const payload = codecs[session.codec].encode(frame.samples);
      const { payloadType } = session;
      const timestamp = this.#timestamp;
      return this.#write({ payloadType, payload, timestamp, marker: !this.#talks });
    }
    const { eventPayloadType } = session;
    if (eventPayloadType === undefined) return undefined;
    return this.#write({
      payloadType: eventPayloadType,
      payload: writeTelephoneEvent(frame.event),
      timestamp: (this.#timestamp - frame.age * packetSamples) >>> 0,
      marker: frame.age === 0,
    });
  }

  #write(packet: {
    readonly payloadType: number;
    readonly payload: Uint8Array;
    readonly timestamp: number;
    readonly marker: boolean;
  }): Uint8Array {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xffff;
    return writeRtp({ ...packet, sequence, ssrc: this.#ssrc });
  }
}
