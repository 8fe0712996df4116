import { isUtf8 } from "node:buffer";

/** Where a byte that is not UTF-8 stands in a text: half a surrogate pair, which no text of its own holds. */
const foreignBase = 0xdc00;
const foreign = /([\uDC80-\uDCFF]+)/u;
/** Half of any pair, too: what most texts have none of is found out quickly. */
const half = /[\uDC80-\uDCFF]/;

/**
 * The text of a message's head. SIP is UTF-8 (RFC 3261 §7), yet phones write names in Latin-1: a line that is not UTF-8
 * keeps each of its bytes, so that `bytesOf` writes what was read.
 */
export function textOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  return bytes
    .toString("latin1")
    .split("\r\n")
    .map((line) => lineOf(Buffer.from(line, "latin1")))
    .join("\r\n");
}

function lineOf(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString("utf8");
  return bytes
    .toString("latin1")
    .replaceAll(/[\x80-\xff]/g, (letter) =>
      String.fromCharCode(foreignBase + letter.charCodeAt(0)),
    );
}

export function bytesOf(text: string): Buffer {
  if (!half.test(text)) return Buffer.from(text);
  return Buffer.concat(
    text
      .split(foreign)
      .map((part) =>
        foreign.test(part) ? Buffer.from(legible(part), "latin1") : Buffer.from(part),
      ),
  );
}

/** What people are to read: bytes that are not UTF-8 as the Latin-1 that they most likely are. */
export function legible(text: string): string {
  if (!half.test(text)) return text;
  return text.replaceAll(/[\uDC80-\uDCFF]/gu, (letter) =>
    String.fromCharCode(letter.charCodeAt(0) - foreignBase),
  );
}
