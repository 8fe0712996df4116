import { NotAcceptableError } from "../media-error.ts";
import type {
  Direction,
  MediaDescription,
  PayloadFormat,
  SessionDescription,
} from "./session-description.ts";

export const codecNames = ["PCMU", "PCMA"] as const;
export type CodecName = (typeof codecNames)[number];

/** What both ends agreed on. */
export interface AudioSession {
  /** Where the far end wants its media. */
  readonly remote: { readonly host: string; readonly port: number };
  /** What we send. */
  readonly codec: CodecName;
  readonly payloadType: number;
  /** What the far end may send, by payload type. */
  readonly heard: ReadonlyMap<number, CodecName>;
  /** Of telephone-events, where the far end takes them. */
  readonly eventPayloadType?: number;
  /** Whether the far end wants to hear us: not while it holds the call. */
  readonly sends: boolean;
  /** As we see it. */
  readonly direction: Direction;
  /** Which of the streams it is. */
  readonly index: number;
}

const mirrored: Readonly<Record<Direction, Direction>> = {
  sendrecv: "sendrecv",
  sendonly: "recvonly",
  recvonly: "sendonly",
  inactive: "inactive",
};

/**
 * Agrees with the far end's offer, or finds what its answer agreed to: the first codec of its list that is one of ours.
 * @throws {NotAcceptableError} when there is none
 */
export function agree(
  { media }: SessionDescription,
  ours: readonly CodecName[] = codecNames,
): AudioSession {
  for (const [index, stream] of media.entries()) {
    const [codec, ...others] = isAudio(stream) ? codecsOf(stream, ours) : [];
    if (codec) return sessionOf(stream, [codec, ...others], index);
  }
  throw new NotAcceptableError(
    `No audio stream over RTP/AVP with ${ours.join(" or ")}: ${media.map(offered).join("; ") || "no stream"}.`,
  );
}

function isAudio({ kind, port, protocol }: MediaDescription): boolean {
  return kind === "audio" && protocol === "RTP/AVP" && port !== 0;
}

type AgreedCodec = PayloadFormat & { readonly codec: CodecName };

function codecsOf(
  { formats }: MediaDescription,
  ours: readonly CodecName[],
): readonly AgreedCodec[] {
  return formats.flatMap((format) => {
    const codec = ours.find((name) => name === format.encoding.toUpperCase());
    return codec && format.clockRate === 8000 ? [{ ...format, codec }] : [];
  });
}

function sessionOf(
  stream: MediaDescription,
  codecs: readonly [AgreedCodec, ...AgreedCodec[]],
  index: number,
): AudioSession {
  const direction = mirrored[stream.direction];
  const [{ codec, payloadType }] = codecs;
  const event = stream.formats.find(isTelephoneEvent);
  return {
    remote: { host: stream.address, port: stream.port },
    codec,
    payloadType,
    heard: new Map(codecs.map((each) => [each.payloadType, each.codec])),
    ...(event && { eventPayloadType: event.payloadType }),
    sends: direction.startsWith("send") && isReachable(stream.address),
    direction,
    index,
  };
}

function isTelephoneEvent({ encoding, clockRate }: PayloadFormat): boolean {
  return encoding.toLowerCase() === "telephone-event" && clockRate === 8000;
}

/** The unspecified address is how RFC 2543 put a call on hold. */
function isReachable(address: string): boolean {
  return address !== "" && address !== "0.0.0.0" && address !== "::";
}

function offered({ kind, port, protocol, formats, tokens }: MediaDescription): string {
  const named = tokens.map(
    (token) => formats.find(({ payloadType }) => String(payloadType) === token)?.encoding ?? token,
  );
  return `${kind} ${port === 0 ? "refused" : protocol} ${named.join(",")}`;
}
