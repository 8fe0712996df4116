import type { Clock } from "@skill-call/emulation";
import type { MediaLog } from "./media-log.ts";

export interface MediaEndpointOptions {
  /** Where the socket listens; 127.0.0.1 without it. */
  readonly host?: string;
  /** What the SDP tells the far end, where that differs from `host`. */
  readonly advertisedHost?: string;
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

/** The emulator's own end of the media of one call leg, for as long as the leg is not bridged end to end. */
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
  /** Ends everything that plays and gives the port back; a second time does nothing. */
  close(): Promise<void>;
}

export interface SendDigitsOptions {
  /** Length of a tone in milliseconds. */
  readonly toneMs: number;
  readonly signal: AbortSignal;
}
