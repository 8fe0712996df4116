import { SipUsageError } from "../errors.ts";
import { bytesOf } from "./foreign-bytes.ts";
import type { Header } from "./header-list.ts";
import type { Body, SipMessage } from "./message.ts";
import { formatUri } from "./uri.ts";

/** A message as it goes out: the bytes of its parts in this order. */
export interface MessageParts {
  readonly startLine: string;
  readonly headers: Iterable<Header>;
  readonly body?: Body | undefined;
}

/**
 * The bytes of a message.
 *
 * @throws {SipUsageError} when a part would break out of its line.
 */
export function serializeParts({ startLine, headers, body }: MessageParts): Buffer {
  const lines = [checkedLine("start line", startLine)];
  for (const { name, value } of headers) lines.push(checkedLine(name, `${name}: ${value}`));
  const head = bytesOf(`${lines.join("\r\n")}\r\n\r\n`);
  return body ? Buffer.concat([head, body.content]) : head;
}

/** What was read, written again: names, order and values of the headers are kept, folding is not. */
export function serializeMessage(message: SipMessage): Buffer {
  const startLine =
    message.kind === "request"
      ? `${message.method} ${formatUri(message.uri)} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  return serializeParts({ startLine, headers: message.headers, body: message.body });
}

function checkedLine(field: string, line: string): string {
  if (/[\r\n]/.test(line)) throw new SipUsageError(field, "holds a line break");
  return line;
}

/** The headers that go with a body, or with none. */
export function bodyHeaders(body: Body | undefined): Header[] {
  const length = { name: "Content-Length", value: String(body?.content.length ?? 0) };
  return body ? [{ name: "Content-Type", value: body.contentType }, length] : [length];
}
