import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { parseUserToUser, sendableUserToUser } from "../user-to-user.ts";

const value = "6373693d64;encoding=hex";

test.each([
  value,
  `04736a;encoding=hex, ${value}`,
  '"Zoë, 5 €";purpose=x',
  `${value}%3Bencoding%3Dhex`,
])("%s goes on as it came", (header) => {
  expect(sendableUserToUser(header)).toBe(header);
  expect(sendableUserToUser([header])).toBe(header);
});

test("several fields go on as one", () => {
  expect(sendableUserToUser(["00fa", `a;b , ${value}`])).toBe(`00fa, a;b, ${value}`);
});

test.each([
  ["a value that breaks the grammar", `a b, ${value}`],
  ["an open quoted-string", [value, '"open']],
  ["a parameter that breaks the grammar", ["a;=x", value]],
  ["an empty value", `, ${value}`],
])("%s does not go on, the others do", (_, header) => {
  expect(sendableUserToUser(header)).toBe(header === `, ${value}` ? header : value);
});

const refused = [
  ...Array.from({ length: 0x20 }, (_, code) => code),
  ...Array.from({ length: 0x21 }, (_, code) => 0x7f + code),
  ...[0x2028, 0x2029, 0xd800, 0xdbff, 0xdc00, 0xdfff],
];

test.each(refused.map((code) => [code.toString(16).padStart(4, "0"), String.fromCharCode(code)]))(
  "U+%s never goes on",
  (_, character) => {
    expect(sendableUserToUser(`"a${character}b"`)).toBeUndefined();
    expect(sendableUserToUser(`${value}${character}`)).toBeUndefined();
    expect(sendableUserToUser([`"a${character}b"`, value])).toBe(value);
  },
);

test("there is nothing to send of a header that is absent or empty", () => {
  for (const header of [undefined, "", " ", [], [""]]) {
    expect(sendableUserToUser(header)).toBeUndefined();
  }
});

test("whatever comes in, what goes on is read as whole values, on one line", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: anyCharacter }), fc.array(fc.string())), (header) => {
      const sent = sendableUserToUser(header);
      if (sent === undefined) return;
      expect(sent).not.toMatch(/\p{Cc}|\p{Cs}/u);
      expect(parseUserToUser([sent]).length).toBeGreaterThan(0);
    }),
    { numRuns: 1000 },
  );
});
