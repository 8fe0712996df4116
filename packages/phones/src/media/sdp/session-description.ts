/** Which way media flow, as the one who writes it sees it (RFC 4566 §6). */
export const directions = ["sendrecv", "sendonly", "recvonly", "inactive"] as const;
export type Direction = (typeof directions)[number];

/** One payload format of a stream (RFC 4566 §6, `a=rtpmap` and `a=fmtp`). */
export interface PayloadFormat {
  /** 0–127. */
  readonly payloadType: number;
  /** As written, such as `PCMU`. */
  readonly encoding: string;
  /** Hz. */
  readonly clockRate: number;
  /** Of `a=fmtp`. */
  readonly parameters?: string;
}

/** One stream: an `m=` line and what follows it. */
export interface MediaDescription {
  /** `audio`, `video`, … */
  readonly kind: string;
  /** 0 refuses the stream. */
  readonly port: number;
  /** Such as `RTP/AVP`. */
  readonly protocol: string;
  /** The format tokens of the `m=` line. */
  readonly tokens: readonly string[];
  /** Of its own `c=` line or the session's; an IP address or a host name. */
  readonly address: string;
  readonly direction: Direction;
  readonly formats: readonly PayloadFormat[];
  /** Milliseconds of audio in a packet. */
  readonly packetMs?: number;
}

/** What one end says of its media (RFC 4566), as far as an audio call needs it. */
export interface SessionDescription {
  readonly sessionId: string;
  readonly version: number;
  /** Of the `o=` line. */
  readonly address: string;
  readonly media: readonly MediaDescription[];
}
