import { codecs } from "../codec/codecs.ts";
import { packetSamples } from "../packet-time.ts";
import type { AudioSession, CodecName } from "../sdp/audio-session.ts";
import type { OutgoingFrame } from "./outgoing-frame.ts";
import { writeRtp } from "./rtp-packet.ts";
import { silence } from "./silence.ts";
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
      return writeRtp({
        marker: !this.#talks,
        payloadType: session.payloadType,
        sequence: this.#nextSequence(),
        timestamp: this.#timestamp,
        ssrc: this.#ssrc,
        payload: payloadOf(frame.samples, session.codec),
      });
    }
    const { eventPayloadType } = session;
    if (eventPayloadType === undefined) return undefined;
    return writeRtp({
      marker: frame.age === 0,
      payloadType: eventPayloadType,
      sequence: this.#nextSequence(),
      timestamp: (this.#timestamp - frame.age * packetSamples) >>> 0,
      ssrc: this.#ssrc,
      payload: writeTelephoneEvent(frame.event),
    });
  }

  #nextSequence(): number {
    const sequence = this.#sequence;
    this.#sequence = (sequence + 1) & 0xffff;
    return sequence;
  }
}

const encodedSilence = new Map<CodecName, Uint8Array>();

/** Silence is most of what is sent, and encoded once. */
function payloadOf(samples: Int16Array, codec: CodecName): Uint8Array {
  if (samples !== silence) return codecs[codec].encode(samples);
  const known = encodedSilence.get(codec) ?? codecs[codec].encode(silence);
  encodedSilence.set(codec, known);
  return known;
}
