import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { parseUserToUser } from "./parse-user-to-user.ts";

function only(header: string | readonly string[]) {
  const values = parseUserToUser(header);
  expect(values).toHaveLength(1);
  return values[0];
}

function texts(header: string | readonly string[]) {
  return parseUserToUser(header).map(({ text }) => text);
}

test("the RFC's example is read with all its parameters", () => {
  // RFC 7433, section 4.1.
  expect(only("56a390f3d2b7310023a2;encoding=hex;purpose=foo;content=bar")).toEqual({
    data: "56a390f3d2b7310023a2",
    encoding: "hex",
    purpose: "foo",
    content: "bar",
    parameters: new Map([
      ["encoding", "hex"],
      ["purpose", "foo"],
      ["content", "bar"],
    ]),
  });
});

test("hex becomes text", () => {
  expect(only("6373693d64623739323233332d386466;encoding=hex")?.text).toBe("csi=db792233-8df");
});

test("without encoding=hex the data is the text", () => {
  expect(only("6373693d")?.text).toBe("6373693d");
});

test.each([
  ["hex digits of either case", "6373693D6a4B;encoding=hex", "csi=jK"],
  ["upper-case parameter names and values", "6373693D;ENCODING=HEX", "csi="],
  ["mixed case", "6373693d;Encoding=Hex", "csi="],
  ["white space around separators", " 6373693d ; encoding = hex ", "csi="],
  ["a folded line", "6373693d\r\n ;encoding=hex", "csi="],
  ["a quoted-string of hex", '"6373693d";encoding=hex', "csi="],
  ["a quoted parameter value", '6373693d;encoding="hex"', "csi="],
  ["text beyond ASCII", "5a6fc3ab;encoding=hex", "Zoë"],
  ["a quoted-string", '"csi=abc"', "csi=abc"],
  ["separators within a quoted-string", '"a,b;c=d"', "a,b;c=d"],
  ["escapes in a quoted-string", '"say \\"hi\\" \\\\"', 'say "hi" \\'],
  ["an empty quoted-string", '""', ""],
  ["an equals sign without quotation marks, as senders write it", "csi=abc", "csi=abc"],
  ["an empty parameter", "abc;;encoding=x;", "abc"],
])("%s is read", (_, header, text) => {
  expect(only(header)?.text).toBe(text);
});

test.each([
  ["odd-length hex", "6373693d6;encoding=hex"],
  ["digits that are not hex", "6373693g;encoding=hex"],
  ["hex that is no UTF-8", "ff00;encoding=hex"],
  ["no hex at all", '"";encoding=hex'],
])("%s keeps its data and has no text", (_, header) => {
  expect(only(header)).toMatchObject({ encoding: "hex" });
  expect(only(header)).not.toHaveProperty("text");
});

test("values come comma-separated, in repeated header fields, or both", () => {
  expect(texts("a, b;purpose=x ,c")).toEqual(["a", "b", "c"]);
  expect(texts(["a", "b,c"])).toEqual(["a", "b", "c"]);
  expect(texts('"a,b",c')).toEqual(["a,b", "c"]);
});

test("generic parameters are kept by lower-case name, with or without a value", () => {
  expect(only('a;Flag;Key="a;b";host=[::1]:5060')?.parameters).toEqual(
    new Map([
      ["flag", ""],
      ["key", "a;b"],
      ["host", "[::1]:5060"],
    ]),
  );
});

test("of two parameters with one name the first counts", () => {
  expect(only("6373693d;encoding=hex;encoding=none")?.text).toBe("csi=");
});

test.each([
  ["nothing", ""],
  ["a comma", ","],
  ["a parameter without data", ";encoding=hex"],
  ["an open quoted-string", '"abc'],
  ["a quoted-string that ends in its escape", '"abc\\"'],
  ["text beside a quoted-string", 'x"abc"'],
  ["white space within a token", "a b"],
  ["a parameter without a name", "abc;=hex"],
  ["a parameter value with white space", "abc;key=a b"],
])("%s is no value", (_, header) => {
  expect(parseUserToUser(header)).toEqual([]);
});

test("what a value does not have is not there", () => {
  expect(only("abc")).toStrictEqual({ data: "abc", text: "abc", parameters: new Map() });
});

test("a header is read so far and no further: values, parameters, characters, escapes", () => {
  const many = (count: number, text: (index: number) => string, separator: string) =>
    Array.from({ length: count }, (_, index) => text(index)).join(separator);
  expect(texts(many(65, (index) => `a${index}`, ",")).at(-1)).toBe("a63");
  expect(texts([many(64, () => "a", ","), "b"])).not.toContain("b");
  expect(texts([many(63, () => "a", ","), "b"])).toContain("b");
  const parameters = (count: number) => `a;${many(count, (index) => `p${index}=x`, ";")}`;
  expect(only(parameters(32))?.parameters.size).toBe(32);
  expect(only(parameters(33))?.parameters.size).toBe(32);
  expect(texts("a".repeat(4_096))).toHaveLength(1);
  expect(texts("a".repeat(4_097))).toEqual([]);
  const escaped = (length: number) => "a%3Bb".padEnd(length, ",");
  expect(texts(escaped(32_768))).toEqual(["a"]);
  expect(texts(escaped(32_769))).toEqual(["a%3Bb"]);
});

test("a value that breaks the grammar does not take the others with it", () => {
  expect(texts(["a b, c;=, d", '"open', "e"])).toEqual(["d", "e"]);
});

const token = fc.stringMatching(/^[A-Za-z0-9.!%*_+`'~-]{1,20}$/);
const quotable = fc.string({ unit: "grapheme", maxLength: 20 });
/** Escaped separators are read as those of a URI's header. */
const asIs = token
  .filter((text) => !/%(?:25)*(?:3b|3d|2c|22)/i.test(text))
  .map((text) => ({ text, data: text }));
const quoted = quotable.map((text) => ({
  text,
  data: `"${text.replaceAll(/["\\]/g, (character) => `\\${character}`)}"`,
}));
const hex = quotable
  .filter((text) => text !== "")
  .map((text) => ({ text, data: `${Buffer.from(text).toString("hex")};encoding=hex` }));

test("whatever the grammar can write is read back", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(asIs, quoted, hex)), fc.boolean(), (values, repeated) => {
      const header = values.map(({ data }) => data);
      expect(texts(repeated ? header : header.join(" , "))).toEqual(values.map(({ text }) => text));
    }),
  );
});

const piece = fc.constantFrom(
  '"',
  "\\",
  ",",
  ";",
  "=",
  " ",
  "\r\n ",
  "a",
  "6373",
  "encoding",
  "hex",
);
const noise = fc.oneof(
  fc.string({ unit: anyCharacter }),
  fc.array(piece).map((pieces) => pieces.join("")),
);

test("no header makes the parser throw, and no value is both broken and decoded", () => {
  fc.assert(
    fc.property(fc.oneof(noise, fc.array(noise)), (header) => {
      for (const { data, text, encoding } of parseUserToUser(header)) {
        if (encoding === "hex" && text !== undefined) {
          expect(data.toLowerCase()).toBe(Buffer.from(text).toString("hex"));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("a header of a hundred thousand quotation marks, escapes or separators is read", () => {
  const hostile = [
    '"'.repeat(50_000),
    '"\\'.repeat(50_000),
    ";".repeat(50_000),
    `a;${"b=".repeat(50_000)}`,
    `a${" ".repeat(100_000)}b`,
  ];
  for (const header of hostile) expect(parseUserToUser(header).length).toBeLessThan(2);
});
