import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { bytesOf, legible, textOf } from "./foreign-bytes.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");

test.each([
  ["a name in Latin-1", latin1('From: "José" <sip:x>'), 'From: "José" <sip:x>'],
  ["a name in UTF-8", Buffer.from('From: "José 日本" <sip:x>'), 'From: "José 日本" <sip:x>'],
  [
    "a line of each",
    Buffer.concat([Buffer.from("Subject: José 😀\r\n"), latin1("From: Ñandú")]),
    "Subject: José 😀\r\nFrom: Ñandú",
  ],
  ["both in one line", Buffer.concat([Buffer.from("From: é "), latin1("é")]), "From: Ã© é"],
  ["Windows-1252", Buffer.from([0x93, 0x41, 0x94]), "\u0093A\u0094"],
  ["an overlong form", Buffer.from([0xc0, 0xaf]), "À¯"],
  ["half a letter", Buffer.from([0xe6, 0x97]), "æ\u0097"],
])("%s is legible, and written byte by byte as it was read", (_, bytes, legibly) => {
  const text = textOf(bytes);
  expect(legible(text)).toBe(legibly);
  expect(bytesOf(text)).toEqual(bytes);
});

test("whatever the bytes, what was read is what is written", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(bytesOf(textOf(Buffer.from(bytes)))).toEqual(Buffer.from(bytes));
    }),
  );
});
