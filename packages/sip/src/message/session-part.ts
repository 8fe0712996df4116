import { SipParseError } from "../errors.ts";
import type { Body } from "./message.ts";
import { splitMessage } from "./split-message.ts";

export const sessionType = "application/sdp";
/** Parts within parts: no program writes more. */
const deepest = 4;

/** The media type of a Content-Type, without parameters. */
export function mediaTypeOf(contentType: string): string {
  return (contentType.split(";")[0] ?? "").replaceAll(/\s/g, "").toLowerCase();
}

/**
 * The session description of a body that has several parts (RFC 5621 §4): carriers send SDP beside ISUP, PIDF or a
 * caller's card. The body itself where it has one part, where none of the parts is a session description, and where
 * another part must be understood (RFC 3204 §6, `handling=required`).
 */
export function sessionPart(body: Body): Body {
  const parts = partsOf(body, deepest);
  const session = parts.find(({ contentType }) => mediaTypeOf(contentType) === sessionType);
  const demanding = parts.some((part) => part !== session && part.required);
  return session && !demanding
    ? { contentType: session.contentType, content: session.content }
    : body;
}

interface Part extends Body {
  /** A receiver that does not understand it must refuse the message. */
  readonly required: boolean;
}

function partsOf(body: Body, depth: number): readonly Part[] {
  if (depth === 0 || !mediaTypeOf(body.contentType).startsWith("multipart/")) return [];
  const [, quoted, token] =
    /;\s*boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(body.contentType) ?? [];
  const boundary = quoted ?? token;
  if (boundary === undefined) return [];
  return pieces(body.content.toString("latin1"), boundary).flatMap((piece) => {
    const part = readPart(piece);
    return part ? [part, ...partsOf(part, depth - 1)] : [];
  });
}

/** What stands between the delimiter lines; text before the first and after the last is nobody's (RFC 2046 §5.1.1). */
function pieces(content: string, boundary: string): readonly string[] {
  const escaped = boundary.replaceAll(/[^\w\s]/g, "\\$&");
  const delimiter = new RegExp(`(?:^|\\r?\\n)--${escaped}(--)?[ \\t]*(?=\\r?\\n|$)`, "g");
  const found: string[] = [];
  let from: number | undefined;
  for (const line of content.matchAll(delimiter)) {
    if (from !== undefined) found.push(content.slice(from, line.index));
    if (line[1] !== undefined) return found;
    from = line.index + line[0].length;
  }
  return from === undefined ? found : [...found, content.slice(from)];
}

function readPart(piece: string): Part | undefined {
  const [, head = "", content = ""] = /^\r?\n((?:[^\r\n]+\r?\n)*)\r?\n([\s\S]*)$/.exec(piece) ?? [];
  try {
    const lines = `${head.trimEnd().replaceAll(/\r?\n/g, "\r\n")}\r\n\r\n`;
    const { headers } = splitMessage(Buffer.from(`\r\npart\r\n${lines}`, "latin1"));
    const encoding = headers.get("Content-Transfer-Encoding")?.toLowerCase();
    return {
      contentType: headers.get("Content-Type") ?? "text/plain",
      content: Buffer.from(content, encoding === "base64" ? "base64" : "latin1"),
      required: /;\s*handling\s*=\s*required/i.test(headers.get("Content-Disposition") ?? ""),
    };
  } catch (error) {
    if (error instanceof SipParseError) return undefined;
    throw error;
  }
}
