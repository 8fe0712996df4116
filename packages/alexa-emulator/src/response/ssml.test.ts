import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readSsml, toSsml } from "./ssml.ts";

test.each([
  ["<speak>Hello</speak>", "Hello"],
  ["  <speak> Hello <break time='1s'/>  there </speak> ", "Hello there"],
  ["<speak>AT&amp;T &lt;3 &#65;&#x42;</speak>", "AT&T <3 AB"],
  ['<speak>Your ID is <say-as interpret-as="spell-out">AB12</say-as>.</speak>', "Your ID is AB12."],
  ['<speak>Call <sub alias="Example Support">ES</sub> now</speak>', "Call Example Support now"],
  ["<speak><p>One.</p><p>Two.</p></speak>", "One. Two."],
  ['<speak><amazon:emotion name="excited">Yes!</amazon:emotion></speak>', "Yes!"],
  ["<speak>a<!-- not said -->b</speak>", "ab"],
  ["<speak/>", ""],
])("%p is heard as %p", (ssml, text) => {
  expect(readSsml(ssml)).toEqual({ text });
});

test.each([
  ["", "the root element is not <speak>"],
  ["Hello", "the root element is not <speak>"],
  ["<p>Hello</p>", "the root element is not <speak>"],
  ["<speak>AT&T</speak>", '"&" is no entity; write &amp; for an "&" in the text'],
  ["<speak>a &nbsp; b</speak>", '"&nbsp;" is no entity; write &amp; for an "&" in the text'],
  ["<speak>&#0;</speak>", '"&#0;" is no entity; write &amp; for an "&" in the text'],
  ["<speak>1 < 2</speak>", '"< 2</speak>" is no tag; write &lt; for a "<" in the text'],
  ["<speak>bell \u0007</speak>", "there is a character that XML does not allow"],
  ["<speak>half \ud83d</speak>", "there is a character that XML does not allow"],
  ["<speak>Hello", "<speak> is not closed"],
  ["<speak><p>Hello</speak></p>", "<p> is closed by </speak>"],
  ["<speak></p></speak>", "<speak> is closed by </p>"],
  ["</speak>", "</speak> closes nothing"],
  ["<speak><b>Hello</b></speak>", "Alexa does not know <b>"],
  ["<speak>a</speak><speak>b</speak>", "there is more than one <speak>"],
  ["<speak>a</speak> b", "there is more than one <speak>"],
  ['<speak><break time="1s" time="2s"/></speak>', 'attribute "time" stands twice'],
  [
    "<speak><break time=1s/></speak>",
    '"<break time=1s/></sp" is no tag; write &lt; for a "<" in the text',
  ],
])("%p is refused: %s", (ssml, problem) => {
  expect(readSsml(ssml)).toEqual({ problem });
});

test("plain text comes back as it was, whatever it is", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      expect(readSsml(toSsml(text))).toEqual({ text: text.replace(/\s+/g, " ").trim() });
    }),
  );
});

test("any text is either heard or refused", () => {
  const markup = fc.array(
    fc.constantFrom("<speak>", "</speak>", "<p>", "</p>", "<br", "&", ";", "a", "<!--", "-->"),
  );
  fc.assert(
    fc.property(markup, (parts) => {
      const { text, problem } = readSsml(parts.join(""));
      expect(text === undefined).not.toBe(problem === undefined);
    }),
  );
});
