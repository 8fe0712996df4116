import { SipParseError } from "../errors.ts";
import { textOf } from "./foreign-bytes.ts";
import { type Header, HeaderList } from "./header-list.ts";

/** A message cut into its parts, none of which has been read yet. */
export interface RawMessage {
  readonly startLine: string;
  readonly headers: HeaderList;
  /** What follows the empty line; longer than the body where a datagram has trailing bytes. */
  readonly rest: Buffer;
}

/** The largest UDP datagram; nothing larger is read over TCP either. */
export const maxMessageBytes = 65_535;
export const endOfHead = "\r\n\r\n";
const maxHeaders = 500;

const headerLine = /^([-.!%*_+`'~\w]+)[ \t]*:[ \t]*/;

/**
 * Unfolds and splits the head of a message: RFC 3261 §7.3.1.
 *
 * @throws {SipParseError}
 */
export function splitMessage(bytes: Buffer): RawMessage {
  const start = firstLineAt(bytes);
  const end = bytes.indexOf(endOfHead, start);
  if (end < 0) throw new SipParseError("framing", "has no empty line after the headers");
  const head = textOf(bytes.subarray(start, end)).replaceAll(/\r\n[ \t]+/g, " ");
  const [startLine = "", ...lines] = head.split("\r\n");
  if (lines.length > maxHeaders) throw new SipParseError("framing", "has too many headers");
  return {
    startLine,
    headers: new HeaderList(lines.map(readHeader)),
    rest: bytes.subarray(end + endOfHead.length),
  };
}

/** RFC 3261 §7.5: empty lines before the start line are skipped. */
function firstLineAt(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) at += 2;
  return at;
}

function readHeader(line: string): Header {
  const [prefix, name] = headerLine.exec(line) ?? [];
  if (prefix === undefined || name === undefined || /[\r\n]/.test(line)) {
    throw new SipParseError("framing", "has a line that is no header");
  }
  return { name, value: withoutTrailingBlanks(line.slice(prefix.length)) };
}

/** Not `trimEnd`, which takes letters of other scripts for blanks; not a pattern, which takes its time. */
function withoutTrailingBlanks(text: string): string {
  let end = text.length;
  while (text[end - 1] === " " || text[end - 1] === "\t") end -= 1;
  return text.slice(0, end);
}
