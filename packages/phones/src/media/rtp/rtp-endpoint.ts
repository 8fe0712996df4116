import type { Clock } from "@skill-call/emulation";
import { codecs } from "../codec/codecs.ts";
import type { AudioFrame, MediaEndpoint, SendDigitsOptions } from "../media-endpoint.ts";
import { packetMs, packetSamples } from "../packet-time.ts";
import { type AudioSession, agree, type CodecName } from "../sdp/audio-session.ts";
import { agreedDescription, firstOffer, type OwnOrigin } from "../sdp/own-description.ts";
import { parseSdp } from "../sdp/parse-sdp.ts";
import type { SessionDescription } from "../sdp/session-description.ts";
import { writeSdp } from "../sdp/write-sdp.ts";
import { DigitReceiver } from "./digit-receiver.ts";
import { audioFrames, digitFrames, type OutgoingFrame, repeatedly } from "./outgoing-frame.ts";
import { startPacer } from "./pacer.ts";
import { Playouts } from "./playouts.ts";
import { parseRtp, type RtpPacket } from "./rtp-packet.ts";
import { RtpSender, type StreamStart } from "./rtp-sender.ts";
import { Timeline } from "./timeline.ts";
import type { UdpSocket } from "./udp-socket.ts";

export interface RtpEndpointOptions {
  readonly socket: UdpSocket;
  readonly clock: Clock;
  /** What the SDP says. */
  readonly host: string;
  readonly sessionId: string;
  readonly start: StreamStart;
}

const silence: OutgoingFrame = { type: "audio", samples: new Int16Array(packetSamples) };

/** One end of an audio stream: RTP over UDP, silence while there is nothing to say. */
export class RtpEndpoint implements MediaEndpoint {
  readonly #socket: UdpSocket;
  readonly #host: string;
  readonly #sessionId: string;
  readonly #sender: RtpSender;
  readonly #playouts = new Playouts();
  readonly #digits = new DigitReceiver();
  readonly #timeline: Timeline;
  readonly #digitListeners = new Set<(digit: string) => void>();
  readonly #audioListeners = new Set<(frame: AudioFrame) => void>();
  readonly #stopPacer: () => void;
  #session: AudioSession | undefined;
  #descriptions = 0;
  #closed = false;

  constructor({ socket, clock, host, sessionId, start }: RtpEndpointOptions) {
    this.#socket = socket;
    this.#host = host;
    this.#sessionId = sessionId;
    this.#sender = new RtpSender(start);
    this.#timeline = new Timeline(clock);
    this.#stopPacer = startPacer({ clock, everyMs: packetMs, beat: () => this.#sendNext() });
  }

  get port(): number {
    return this.#socket.port;
  }

  offer(): string {
    const origin = this.#nextOrigin();
    const session = this.#session;
    return writeSdp(session ? agreedDescription(origin, session) : firstOffer(origin));
  }

  answer(remoteSdp: string): string {
    const offer = this.#agree(remoteSdp);
    return writeSdp(agreedDescription(this.#nextOrigin(), offer.session, offer.description));
  }

  accept(remoteSdp: string): void {
    this.#agree(remoteSdp);
  }

  play(samples: Int16Array, signal: AbortSignal): Promise<void> {
    return this.#send(audioFrames(samples), signal);
  }

  repeat(samples: Int16Array, signal: AbortSignal): Promise<void> {
    return this.#send(repeatedly(samples), signal);
  }

  async sendDigits(digits: string, { toneMs, signal }: SendDigitsOptions): Promise<boolean> {
    if (this.#session?.eventPayloadType === undefined) return false;
    await this.#send(digitFrames({ digits, toneMs }), signal);
    return true;
  }

  onDigit(listener: (digit: string) => void): () => void {
    this.#digitListeners.add(listener);
    return () => void this.#digitListeners.delete(listener);
  }

  onAudio(listener: (frame: AudioFrame) => void): () => void {
    this.#audioListeners.add(listener);
    return () => void this.#audioListeners.delete(listener);
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#stopPacer();
    this.#playouts.stop();
    return this.#socket.close();
  }

  /** A datagram from anyone who found the port: only what fits the session counts. */
  receive(datagram: Uint8Array): void {
    const packet = parseRtp(datagram);
    const session = this.#session;
    if (!packet || !session || this.#closed) return;
    const codec = session.heard.get(packet.payloadType);
    if (codec) this.#hearAudio(packet, codec);
    else if (packet.payloadType === session.eventPayloadType) this.#hearDigit(packet);
  }

  /** A description of its own needs a higher version (RFC 3264 §8). */
  #nextOrigin(): OwnOrigin {
    this.#descriptions += 1;
    return {
      sessionId: this.#sessionId,
      version: this.#descriptions,
      address: this.#host,
      port: this.port,
    };
  }

  #agree(remoteSdp: string): { session: AudioSession; description: SessionDescription } {
    const description = parseSdp(remoteSdp);
    const session = agree(description);
    this.#session = session;
    return { session, description };
  }

  #send(frames: Iterator<OutgoingFrame>, signal: AbortSignal): Promise<void> {
    return this.#closed ? Promise.resolve() : this.#playouts.add(frames, signal);
  }

  #sendNext(): void {
    const next = this.#playouts.next();
    const session = this.#session;
    if (!session) return;
    const datagram = this.#sender.packet(next ?? silence, session);
    if (datagram) this.#socket.send(datagram, session.remote);
  }

  #hearDigit(packet: RtpPacket): void {
    const digit = this.#digits.receive(packet);
    if (digit === undefined) return;
    for (const listener of [...this.#digitListeners]) listener(digit);
  }

  #hearAudio(packet: RtpPacket, codec: CodecName): void {
    const position = this.#timeline.positionOf(packet);
    if (this.#audioListeners.size === 0) return;
    const samples = codecs[codec].decode(packet.payload);
    for (const listener of [...this.#audioListeners]) listener({ position, samples });
  }
}
