import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { isWellFormed, spokenOf } from "../testing/spoken-of.ts";
import { inSequence, spellOut, ssml } from "./ssml.ts";

test("what is put into a sentence is escaped, the sentence itself is not", () => {
  expect(ssml`Thanks, ${"AT&T <Wireless> 'n' \"co\""}. <break/>`.markup).toBe(
    "Thanks, AT&amp;T &lt;Wireless&gt; &apos;n&apos; &quot;co&quot;. <break/>",
  );
});

test("text that looks escaped is escaped once more: it is what the caller said", () => {
  expect(ssml`${"&amp;"}`.markup).toBe("&amp;amp;");
});

test("speech within speech is left as it is", () => {
  expect(ssml`It is ${spellOut("A&1")}, ${2}.`.markup).toBe(
    'It is <say-as interpret-as="spell-out">A&amp;1</say-as>, 2.',
  );
  expect(inSequence([ssml`One.`, ssml`Two.`]).markup).toBe("One. Two.");
});

test("any text whatever makes well-formed XML, and comes out as it went in", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const { markup } = ssml`Thanks, ${text}.`;
      expect(isWellFormed(markup)).toBe(true);
      expect(spokenOf(markup)).toBe(`Thanks, ${text}.`);
    }),
  );
});

test("characters that XML forbids are dropped", () => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(isWellFormed(ssml`${text}`.markup)).toBe(true);
    }),
  );
  expect(ssml`a${"\u0000b\ud800c\uffff"}d`.markup).toBe("abcd");
});
