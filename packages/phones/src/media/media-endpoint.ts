import type { Clock } from "@skill-call/emulation";
import type { MediaLog } from "./media-log.ts";
import type { KeyNews } from "./rtp/passed-keys.ts";
import type { PortRange } from "./rtp/udp-socket.ts";
import type { CodecName } from "./sdp/audio-session.ts";

export interface MediaEndpointOptions {
  /** Where the socket listens; 127.0.0.1 without it. */
  readonly host?: string;
  /** What the SDP tells the far end, where that differs from `host`. */
  readonly advertisedHost?: string;
  /** Where the socket may be; anywhere without it. */
  readonly ports?: PortRange | undefined;
  /** In the order they are offered in; PCMU and PCMA without it. */
  readonly codecs?: readonly CodecName[];
  /** Says nothing before `begin`, or before the far end is heard. */
  readonly waits?: boolean;
  readonly clock: Clock;
  readonly log?: MediaLog;
}

/** A stretch of sound of the far end. Frames may come late and out of order: `position` says where one belongs. */
export interface AudioFrame {
  /** Samples of 8 kHz since the first packet. */
  readonly position: number;
  /** 16-bit linear, 8 kHz, mono. */
  readonly samples: Int16Array;
}

/** The emulator's own end of the media of one call leg. */
export interface MediaEndpoint {
  /** Of the UDP socket. */
  readonly port: number;
  /** An offer (RFC 3264): what this end can do, or, once negotiated, the session as it is. */
  offer(): string;
  /**
   * Answers an offer of the far end, also of a re-INVITE (hold and resume).
   * @throws {NotAcceptableError} (SIP 488) when no codec is common
   * @throws {SessionDescriptionError} (SIP 400)
   */
  answer(remoteSdp: string): string;
  /**
   * Takes the far end's answer to `offer()`.
   * @throws {MediaError} as `answer` does
   */
  accept(remoteSdp: string): void;
  /** Plays 8 kHz samples; resolves when they are sent, or at once when the signal or `close` stops it. */
  play(samples: Int16Array, signal: AbortSignal): Promise<void>;
  /** Plays 8 kHz samples over and over, until the signal or `close` stops it. */
  repeat(samples: Int16Array, signal: AbortSignal): Promise<void>;
  /** Dials into the leg by telephone-events (RFC 4733); `false` when the far end takes none. */
  sendDigits(digits: string, options: SendDigitsOptions): Promise<boolean>;
  /** Hears the keys that the far end presses (0–9, *, #, A–D), each once, until the answer is called. */
  onDigit(listener: (digit: string) => void): () => void;
  /** Hears what the far end says, until the answer is called. */
  onAudio(listener: (frame: AudioFrame) => void): () => void;
  /** Hears each packet of the keys that the far end presses, until the answer is called. */
  onKeyNews(listener: (news: KeyNews) => void): () => void;
  /** Hears what is sent to the far end, silence included, until the answer is called. */
  onSent(listener: (frame: AudioFrame) => void): () => void;
  /** Sends sound of another leg, together with what is played. */
  pass(frame: AudioFrame): void;
  /** Presses a key that is pressed on another leg. */
  passKey(news: KeyNews): void;
  /** Whether the far end takes keys as telephone-events. */
  readonly takesKeys: boolean;
  /** Speaks from now on: an end that waits does not before it has heard the far end. */
  begin(): void;
  /** Milliseconds since a packet of the far end came; undefined while it is not expected to send any. */
  readonly stillFor: number | undefined;
  /** Resolves when it is closed. */
  readonly closed: Promise<void>;
  /** Ends everything that plays and gives the port back; a second time does nothing. */
  close(): Promise<void>;
}

export interface SendDigitsOptions {
  /** Length of a tone in milliseconds. */
  readonly toneMs: number;
  readonly signal: AbortSignal;
}
