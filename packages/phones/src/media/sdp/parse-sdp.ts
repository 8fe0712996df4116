import { SessionDescriptionError } from "../media-error.ts";
import {
  type Direction,
  directions,
  type MediaDescription,
  type PayloadFormat,
  type SessionDescription,
} from "./session-description.ts";

interface Line {
  readonly type: string;
  readonly value: string;
}

/** RFC 3551 §6: formats that need no `a=rtpmap`; only those that matter here. */
const staticFormats: Readonly<Record<string, Omit<PayloadFormat, "payloadType">>> = {
  "0": { encoding: "PCMU", clockRate: 8000 },
  "8": { encoding: "PCMA", clockRate: 8000 },
};

/**
 * Reads a session description, tolerantly: lines of any ending, unknown ones left aside.
 * @throws {SessionDescriptionError} when it is none
 */
export function parseSdp(text: string): SessionDescription {
  const lines = text.split(/\r\n|\r|\n/).flatMap(lineOf);
  if (lines[0]?.type !== "v") throw bad("It does not begin with a v= line.");
  const firstMedia = lines.findIndex(({ type }) => type === "m");
  const session = firstMedia < 0 ? lines : lines.slice(0, firstMedia);
  const sections = firstMedia < 0 ? [] : mediaSections(lines.slice(firstMedia));
  const [, sessionId = "0", version = "0", , , address = ""] = value(session, "o").split(" ");
  return {
    sessionId,
    version: Number(version) || 0,
    address,
    media: sections.map((section) => mediaOf(section, session)),
  };
}

function lineOf(text: string): Line[] {
  const [, type, rest] = /^([a-z])=(.*)$/.exec(text) ?? [];
  return type === undefined || rest === undefined ? [] : [{ type, value: rest.trim() }];
}

function mediaSections(lines: readonly Line[]): Line[][] {
  const sections: Line[][] = [];
  for (const line of lines) {
    if (line.type === "m") sections.push([line]);
    else sections.at(-1)?.push(line);
  }
  return sections;
}

function mediaOf(lines: readonly Line[], session: readonly Line[]): MediaDescription {
  const [kind = "", port = "", protocol = "", ...tokens] = value(lines, "m").split(/\s+/);
  // With `/`, of how many ports the stream is (RFC 4566 §5.14).
  const [, portText] = /^(\d{1,5})(?:\/\d+)?$/.exec(port) ?? [];
  const portNumber = Number(portText);
  if (portText === undefined || portNumber > 65_535 || tokens.length === 0) {
    throw bad("An m= line is not kind, port, protocol and formats.");
  }
  const connection = value(lines, "c") || value(session, "c");
  const packetMs = Number(attribute(lines, "ptime"));
  return {
    kind,
    port: portNumber,
    protocol,
    tokens,
    address: connection.split(/\s+/)[2]?.split("/")[0] ?? "",
    direction: directionOf(lines) ?? directionOf(session) ?? "sendrecv",
    formats: tokens.flatMap((token) => formatOf(token, lines)),
    ...(packetMs > 0 && { packetMs }),
  };
}

function formatOf(token: string, lines: readonly Line[]): PayloadFormat[] {
  const payloadType = Number(token);
  if (!/^\d{1,3}$/.test(token) || payloadType > 127) return [];
  const [encoding = "", clockRate = ""] = (mapped(lines, "rtpmap", token) ?? "").split("/");
  const parameters = mapped(lines, "fmtp", token);
  const format = encoding
    ? { encoding, clockRate: Number(clockRate) || 0 }
    : Object.hasOwn(staticFormats, token) && staticFormats[token];
  if (!format) return [];
  return [{ payloadType, ...format, ...(parameters !== undefined && { parameters }) }];
}

function value(lines: readonly Line[], type: string): string {
  return lines.find((line) => line.type === type)?.value ?? "";
}

function attribute(lines: readonly Line[], name: string): string | undefined {
  const line = lines.find((each) => each.type === "a" && each.value.startsWith(`${name}:`));
  return line?.value.slice(name.length + 1);
}

/** An attribute that speaks of one payload type. */
function mapped(lines: readonly Line[], name: string, token: string): string | undefined {
  const prefix = `${name}:${token} `;
  const line = lines.find((each) => each.type === "a" && each.value.startsWith(prefix));
  return line?.value.slice(prefix.length).trim();
}

function directionOf(lines: readonly Line[]): Direction | undefined {
  return directions.find((each) => lines.some(({ type, value: v }) => type === "a" && v === each));
}

function bad(message: string): SessionDescriptionError {
  return new SessionDescriptionError(message);
}
