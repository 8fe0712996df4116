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
const lineEnd = "\r\n";
export const endOfHead = "\r\n\r\n";
const maxHeaders = 500;

const folded = /\r\n[ \t]/;
/** A name, a value, and the end of the line. */
const headerLine = /([-.!%*_+`'~\w]+)[ \t]*:([^\r\n]*)(?:\r\n|$)/y;

/**
 * Unfolds and splits the head of a message: RFC 3261 §7.3.1.
 *
 * @throws {SipParseError}
 */
export function splitMessage(bytes: Buffer): RawMessage {
  const start = firstLineAt(bytes);
  const end = bytes.indexOf(endOfHead, start);
  if (end < 0) throw new SipParseError("framing", "has no empty line after the headers");
  const text = textOf(bytes.subarray(start, end));
  const head = folded.test(text) ? text.replaceAll(/\r\n[ \t]+/g, " ") : text;
  const startEnd = head.indexOf(lineEnd);
  const startLine = startEnd < 0 ? head : head.slice(0, startEnd);
  return {
    startLine,
    headers: new HeaderList(readHeaders(head, startLine.length + lineEnd.length)),
    rest: bytes.subarray(end + endOfHead.length),
  };
}

/** RFC 3261 §7.5: empty lines before the start line are skipped. */
function firstLineAt(bytes: Buffer): number {
  let at = 0;
  while (bytes[at] === 0x0d && bytes[at + 1] === 0x0a) at += 2;
  return at;
}

function readHeaders(head: string, from: number): Header[] {
  const headers: Header[] = [];
  for (let at = from; at < head.length; at = headerLine.lastIndex) {
    headerLine.lastIndex = at;
    const found = headerLine.exec(head);
    if (!found) throw new SipParseError("framing", "has a line that is no header");
    headers.push({ name: found[1] ?? "", value: withoutBlanks(found[2] ?? "") });
    if (headers.length > maxHeaders) throw new SipParseError("framing", "has too many headers");
  }
  return headers;
}

/** Not `trim`, which takes letters of other scripts for blanks; not a pattern, which takes its time. */
function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return text.slice(start, end);
}

function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 0x20 || code === 0x09;
}
