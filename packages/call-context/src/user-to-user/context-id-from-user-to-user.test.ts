import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { newContextId } from "../context-id.ts";
import { isCallContextError } from "../errors.ts";
import { isContextId } from "../is-context-id.ts";
import { contextIdFromUserToUser, encodeContextId } from "../user-to-user.ts";

const id = "db792233-8df3-416c-8d80-a70038747b74";
const encoded =
  "6373693d64623739323233332d386466332d343136632d386438302d613730303338373437623734;encoding=hex";

test("the guide's example is decoded", () => {
  expect(contextIdFromUserToUser(encoded)).toBe(id);
});

test("the guide's truncated example is decoded as far as it goes", () => {
  expect(contextIdFromUserToUser("6373693d64623739323233332d386466;encoding=hex")).toBe(
    "db792233-8df",
  );
});

test("an ID is encoded as Alexa writes it", () => {
  expect(encodeContextId(id)).toBe(encoded);
});

test.each([
  ["upper-case hex", encoded.toUpperCase()],
  ["a quoted-string", `"csi=${id}"`],
  ["plain text", `csi=${id}`],
  ["another application's value before it", `00fa;encoding=hex;purpose=isdn-uui, ${encoded}`],
  ["further parameters", `${encoded};purpose=amazon;content=call`],
])("the ID is found in %s", (_, header) => {
  expect(contextIdFromUserToUser(header)).toBe(id);
});

test("the ID is found in repeated header fields", () => {
  expect(contextIdFromUserToUser(["00fa;encoding=hex", encoded])).toBe(id);
});

test("the first of several IDs counts", () => {
  expect(contextIdFromUserToUser([encodeContextId("one"), encodeContextId("two")])).toBe("one");
});

test("a bare ID is taken only where that is asked for", () => {
  const bareHex = `${Buffer.from(id).toString("hex")};encoding=hex`;
  expect(contextIdFromUserToUser(id)).toBeUndefined();
  expect(contextIdFromUserToUser(id, { bare: true })).toBe(id);
  expect(contextIdFromUserToUser(bareHex)).toBeUndefined();
  expect(contextIdFromUserToUser(bareHex, { bare: true })).toBe(id);
});

const hex = (text: string) => Buffer.from(text).toString("hex");

test.each([
  ["short hex that says so, in whatever case", `${hex("one")};encoding=HEX`, "one"],
  ["short hex that says nothing is an ID of hex digits", hex("one"), hex("one")],
  [
    "hex of sixteen characters, which nobody takes for an ID",
    hex("sixteen-letters."),
    "sixteen-letters.",
  ],
  ["words are no ID, neither the first nor the last", "one two", undefined],
])("a bare ID: %s", (_, header, bareId) => {
  expect(contextIdFromUserToUser(header, { bare: true })).toBe(bareId);
});

test("an ID with csi= goes before a bare one", () => {
  expect(contextIdFromUserToUser(["bare", encoded], { bare: true })).toBe(id);
});

test.each([
  ["nothing", ""],
  ["odd-length hex", "6373693d6;encoding=hex"],
  ["bad hex", "zz;encoding=hex"],
  ["csi= without an ID", "csi="],
  ["an ID with characters that no ID has", '"csi=a b"'],
  ["an ID that is too long", `csi=${"x".repeat(101)}`],
  ["another key", "ucid=abc"],
])("%s carries no ID", (_, header) => {
  expect(contextIdFromUserToUser(header)).toBeUndefined();
});

test("a header that is absent, or no text at all, carries no ID", () => {
  expect(contextIdFromUserToUser(undefined)).toBeUndefined();
  fc.assert(
    fc.property(fc.anything(), (header) => {
      const found = contextIdFromUserToUser(header as string);
      expect(found === undefined || isContextId(found)).toBe(true);
    }),
  );
});

test("a value with csi= that carries no ID does not hide the next", () => {
  expect(contextIdFromUserToUser(`csi=, ${encoded}`)).toBe(id);
});

test.each(["", "a b", "x".repeat(101), "\ud800"])("%j is not encoded", (value) => {
  expect.assertions(2);
  try {
    encodeContextId(value);
  } catch (error) {
    expect(isCallContextError(error, "call-context.invalid-context")).toBe(true);
    expect(error).toMatchObject({ field: "contextId" });
  }
});

test("a new context ID comes back from its header", () => {
  const contextId = newContextId();
  expect(contextIdFromUserToUser(encodeContextId(contextId))).toBe(contextId);
});

const contextId = fc.stringMatching(/^[A-Za-z0-9._~-]{1,100}$/);

test("every context ID comes back from its header, whatever stands beside it", () => {
  fc.assert(
    fc.property(contextId, fc.constantFrom("00fa", '"a,b"', "a;purpose=b"), (contextId, beside) => {
      const header = `${beside} , ${encodeContextId(contextId)}`;
      expect(contextIdFromUserToUser(header)).toBe(contextId);
      expect(contextIdFromUserToUser(header.toLowerCase())).toBe(contextId);
    }),
  );
});

test("no header makes the reading throw, and what it answers is a context ID", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.array(fc.string())), fc.boolean(), (header, bare) => {
      const found = contextIdFromUserToUser(header, { bare });
      expect(found === undefined || isContextId(found)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
