import type { Clock } from "@skill-call/emulation";
import { codecs } from "../codec/codecs.ts";
import type { AudioFrame, MediaEndpoint, SendDigitsOptions } from "../media-endpoint.ts";
import { packetMs, packetSamples } from "../packet-time.ts";
import { type AudioSession, agree, type CodecName, codecNames } from "../sdp/audio-session.ts";
import { agreedDescription, firstOffer, type OwnOrigin } from "../sdp/own-description.ts";
import { parseSdp } from "../sdp/parse-sdp.ts";
import type { SessionDescription } from "../sdp/session-description.ts";
import { writeSdp } from "../sdp/write-sdp.ts";
import { DigitReceiver } from "./digit-receiver.ts";
import { type Address, FarAddress } from "./far-address.ts";
import { Listeners } from "./listeners.ts";
import { mixed } from "./mixed.ts";
import { audioFrames, digitFrames, type OutgoingFrame, repeatedly } from "./outgoing-frame.ts";
import { startPacer } from "./pacer.ts";
import { PassedAudio } from "./passed-audio.ts";
import { type KeyNews, PassedKeys } from "./passed-keys.ts";
import { Playouts } from "./playouts.ts";
import { parseRtp, type RtpPacket } from "./rtp-packet.ts";
import { RtpSender, type StreamStart } from "./rtp-sender.ts";
import { silence } from "./silence.ts";
import { Timeline } from "./timeline.ts";
import type { UdpSocket } from "./udp-socket.ts";

export interface RtpEndpointOptions {
  readonly socket: UdpSocket;
  readonly clock: Clock;
  /** What the SDP says. */
  readonly host: string;
  readonly sessionId: string;
  readonly start: StreamStart;
  readonly codecs?: readonly CodecName[];
  readonly waits: boolean;
}

/** One end of an audio stream: RTP over UDP, silence while there is nothing to say. */
export class RtpEndpoint implements MediaEndpoint {
  readonly #socket: UdpSocket;
  readonly #host: string;
  readonly #sessionId: string;
  readonly #sender: RtpSender;
  readonly #playouts = new Playouts();
  readonly #passedAudio = new PassedAudio();
  readonly #passedKeys = new PassedKeys();
  readonly #far = new FarAddress();
  readonly #digits = new DigitReceiver();
  readonly #timeline: Timeline;
  readonly #keyListeners = new Listeners<KeyNews>();
  readonly #audioListeners = new Listeners<AudioFrame>();
  readonly #sentListeners = new Listeners<AudioFrame>();
  readonly #stopPacer: () => void;
  readonly #clock: Clock;
  readonly #codecs: readonly CodecName[];
  readonly closed: Promise<void>;
  #tellClosed = () => {};
  #session: AudioSession | undefined;
  #descriptions = 0;
  #begun: boolean;
  #closed = false;
  /** Of what is sent, in samples. */
  #position = 0;
  /** When the far end was heard last, or began to be expected. */
  #heardAt: number;

  constructor(options: RtpEndpointOptions) {
    const { socket, clock, host, sessionId, start, codecs = codecNames, waits } = options;
    this.#socket = socket;
    this.#host = host;
    this.#sessionId = sessionId;
    this.#clock = clock;
    this.#codecs = codecs;
    this.#begun = !waits;
    this.#heardAt = clock.now();
    this.closed = new Promise((resolve) => {
      this.#tellClosed = resolve;
    });
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
    return writeSdp(
      session ? agreedDescription(origin, session) : firstOffer(origin, this.#codecs),
    );
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
    return this.onKeyNews(({ digit, first }) => first && listener(digit));
  }

  onKeyNews(listener: (news: KeyNews) => void): () => void {
    return this.#keyListeners.add(listener);
  }

  onAudio(listener: (frame: AudioFrame) => void): () => void {
    return this.#audioListeners.add(listener);
  }

  onSent(listener: (frame: AudioFrame) => void): () => void {
    return this.#sentListeners.add(listener);
  }

  pass(frame: AudioFrame): void {
    this.#passedAudio.add(frame);
  }

  passKey(news: KeyNews): void {
    if (this.takesKeys) this.#passedKeys.hear(news);
  }

  get takesKeys(): boolean {
    return this.#session?.eventPayloadType !== undefined;
  }

  begin(): void {
    this.#begun = true;
  }

  get stillFor(): number | undefined {
    const expected = this.#session?.direction === "sendrecv" && this.#begun && !this.#closed;
    return expected ? this.#clock.now() - this.#heardAt : undefined;
  }

  close(): Promise<void> {
    this.#closed = true;
    this.#stopPacer();
    this.#playouts.stop();
    this.#tellClosed();
    return this.#socket.close();
  }

  /** A datagram from anyone who found the port: only what fits the session counts. */
  receive(datagram: Uint8Array, source: Address): void {
    const packet = parseRtp(datagram);
    const session = this.#session;
    if (!packet || !session || this.#closed) return;
    const codec = session.heard.get(packet.payloadType);
    const isKey = packet.payloadType === session.eventPayloadType;
    const now = this.#clock.now();
    if (!(codec || isKey) || !this.#far.hear(source, now)) return;
    this.#heardAt = now;
    this.begin();
    if (codec) this.#hearAudio(packet, codec);
    else this.#hearKey(packet);
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
    const session = agree(description, this.#codecs);
    // Whoever was on hold is not to be missed for it.
    if (this.#session?.direction !== session.direction) this.#heardAt = this.#clock.now();
    this.#session = session;
    this.#far.tell(session.remote);
    return { session, description };
  }

  #send(frames: Iterator<OutgoingFrame>, signal: AbortSignal): Promise<void> {
    return this.#closed ? Promise.resolve() : this.#playouts.add(frames, signal);
  }

  #sendNext(): void {
    if (!this.#begun) return;
    const frame = this.#nextFrame();
    const session = this.#session;
    if (!session) return;
    const datagram = this.#sender.packet(frame, session);
    const remote = this.#far.current;
    if (datagram && remote) this.#socket.send(datagram, remote);
    const samples = frame.type === "audio" ? frame.samples : silence;
    this.#sentListeners.tell({ position: this.#position, samples });
    this.#position += packetSamples;
  }

  /** What is played and what another leg says are one sound; a key is alone. */
  #nextFrame(): OutgoingFrame {
    const passed = this.#passedAudio.next();
    const own = this.#playouts.next();
    if (own?.type === "event") return own;
    const key = this.#passedKeys.next();
    if (key) return key;
    return { type: "audio", samples: mixed(own?.samples, passed) ?? silence };
  }

  #hearKey(packet: RtpPacket): void {
    const news = this.#digits.receive(packet);
    if (news) this.#keyListeners.tell(news);
  }

  #hearAudio(packet: RtpPacket, codec: CodecName): void {
    const position = this.#timeline.positionOf(packet);
    if (this.#audioListeners.size === 0) return;
    const samples = codecs[codec].decode(packet.payload);
    this.#audioListeners.tell({ position, samples });
  }
}
