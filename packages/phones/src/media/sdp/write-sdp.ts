import { isIPv6 } from "node:net";
import type { MediaDescription, PayloadFormat, SessionDescription } from "./session-description.ts";

/** Writes a session description (RFC 4566 §5). */
export function writeSdp({ sessionId, version, address, media }: SessionDescription): string {
  const lines = [
    "v=0",
    `o=- ${sessionId} ${version} IN ${family(address)} ${address}`,
    "s=-",
    `c=IN ${family(address)} ${address}`,
    "t=0 0",
    ...media.flatMap((stream) => mediaLines(stream, address)),
  ];
  return `${lines.join("\r\n")}\r\n`;
}

function mediaLines(stream: MediaDescription, sessionAddress: string): readonly string[] {
  const { kind, port, protocol, tokens, address, direction, formats, packetMs } = stream;
  const first = `m=${kind} ${port} ${protocol} ${tokens.join(" ")}`;
  // A refused stream has only its m= line (RFC 3264 §6).
  if (port === 0) return [first];
  return [
    first,
    ...(address === sessionAddress ? [] : [`c=IN ${family(address)} ${address}`]),
    ...formats.flatMap(formatLines),
    ...(packetMs === undefined ? [] : [`a=ptime:${packetMs}`]),
    `a=${direction}`,
  ];
}

function formatLines({ payloadType, encoding, clockRate, parameters }: PayloadFormat) {
  const map = `a=rtpmap:${payloadType} ${encoding}/${clockRate}`;
  return parameters === undefined ? [map] : [map, `a=fmtp:${payloadType} ${parameters}`];
}

function family(address: string): "IP4" | "IP6" {
  return isIPv6(address) ? "IP6" : "IP4";
}
