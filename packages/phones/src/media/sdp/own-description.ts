import { packetMs } from "../packet-time.ts";
import { type AudioSession, type CodecName, codecNames } from "./audio-session.ts";
import type {
  Direction,
  MediaDescription,
  PayloadFormat,
  SessionDescription,
} from "./session-description.ts";

/** Digits, * and #, A to D (RFC 4733 §3.2). */
const dialledKeys = "0-15";

/** RFC 3551 §6. */
const payloadTypes: Readonly<Record<CodecName, number>> = { PCMU: 0, PCMA: 8 };

/** By custom 101; any of the dynamic ones would do. */
const defaultEventPayloadType = 101;

/** Where this end is, and which description of it this is. */
export type OwnOrigin = Omit<SessionDescription, "media"> & { readonly port: number };

/** An offer of all that this end can do. */
export function firstOffer(
  origin: OwnOrigin,
  codecs: readonly CodecName[] = codecNames,
): SessionDescription {
  const formats = [...codecs.map(codecFormat), telephoneEvent(defaultEventPayloadType)];
  return described(origin, [audio(origin, formats, "sendrecv")]);
}

/** The session as it was agreed, as an offer or as the answer to `offer`, whose other streams it refuses (RFC 3264 §6). */
export function agreedDescription(
  origin: OwnOrigin,
  session: AudioSession,
  offer?: SessionDescription,
): SessionDescription {
  const codec = { payloadType: session.payloadType, encoding: session.codec, clockRate: 8000 };
  const { eventPayloadType } = session;
  const formats =
    eventPayloadType === undefined ? [codec] : [codec, telephoneEvent(eventPayloadType)];
  const own = audio(origin, formats, session.direction);
  if (!offer) return described(origin, [own]);
  const media = offer.media.map((stream, index) =>
    index === session.index ? own : { ...stream, port: 0 },
  );
  return described(origin, media);
}

function codecFormat(encoding: CodecName): PayloadFormat {
  return { payloadType: payloadTypes[encoding], encoding, clockRate: 8000 };
}

function telephoneEvent(payloadType: number): PayloadFormat {
  return { payloadType, encoding: "telephone-event", clockRate: 8000, parameters: dialledKeys };
}

function audio(
  { address, port }: OwnOrigin,
  formats: readonly PayloadFormat[],
  direction: Direction,
): MediaDescription {
  const tokens = formats.map(({ payloadType }) => String(payloadType));
  return {
    kind: "audio",
    port,
    protocol: "RTP/AVP",
    tokens,
    address,
    direction,
    formats,
    packetMs,
  };
}

function described(
  { sessionId, version, address }: OwnOrigin,
  media: readonly MediaDescription[],
): SessionDescription {
  return { sessionId, version, address, media };
}
