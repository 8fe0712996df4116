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
  ["<?xml version='1.0'?><speak>Hello</speak>", "Hello"],
  ["<speak><![CDATA[AT&T <3]]></speak>", "AT&T <3"],
  ["<speak><?said softly?>a</speak><!-- end -->", "a"],
  ["<speak >a</speak >", "a"],
  ["<speak>a\r\nb</speak>", "a b"],
  ["<speak>&#x1F600;</speak>", "😀"],
  ["<speak><sub alias='Q &amp; A &lt;1&gt;'>QA</sub></speak>", "Q & A <1>"],
  ["<speak><break\n  time='1s'\n/>a</speak>", "a"],
])("%p is heard as %p", (ssml, text) => {
  expect(readSsml(ssml)).toEqual({ text });
});

test.each([
  ["", "the root element is not <speak>"],
  ["Hello", "the root element is not <speak>"],
  ["<p>Hello</p>", "the root element is not <speak>"],
  ["<speak>AT&T</speak>", '"&" is not an entity; write &amp; for an "&" in the text'],
  ["<speak>AT&T; yes</speak>", '"&T;" is not an entity; write &amp; for an "&" in the text'],
  ["<speak>Q & A</speak>", '"&" is not an entity; write &amp; for an "&" in the text'],
  ["<speak>a &nbsp; b</speak>", '"&nbsp;" is not an entity; write &amp; for an "&" in the text'],
  ["<speak>&unknown;</speak>", '"&unknown;" is not an entity; write &amp; for an "&" in the text'],
  ["<speak>&#0;</speak>", "malformed character entity"],
  ["<speak>&#1;</speak>", "malformed character entity"],
  ["<speak>&#xD800;</speak>", "malformed character entity"],
  ["<speak>&#xFFFE;</speak>", "malformed character entity"],
  ["<speak>1 < 2</speak>", '"< 2</speak>" is not a tag; write &lt; for a "<" in the text'],
  ["<speak>bell \u0007</speak>", "disallowed character"],
  ["<speak>half \ud83d</speak>", "there is half a character (a lone surrogate)"],
  ["<speak>half \ude00 and on</speak>", "there is half a character (a lone surrogate)"],
  ["<speak>a ]]> b</speak>", 'the string "]]>" is disallowed in char data'],
  ["<speak><!-- a -- b --></speak>", "malformed comment"],
  ["<speak>Hello", "unclosed tag: speak"],
  ["<speak><p>Hello</speak></p>", "unexpected close tag"],
  ["<speak></p></speak>", "unexpected close tag"],
  ["</speak>", "unmatched closing tag: speak"],
  ["< speak>a</speak>", '"< speak>a</speak>" is not a tag; write &lt; for a "<" in the text'],
  ["<speak>a</ speak>", "disallowed character in closing tag"],
  ["<speak><b>Hello</b></speak>", "Alexa does not know <b>"],
  ["<speak>a<speak>b</speak></speak>", "there is a <speak> in a <speak>"],
  ["<speak>a</speak><speak>b</speak>", "documents may contain only one root"],
  ["<speak>a</speak> b", "text data outside of root node"],
  ["\u00a0<speak>a</speak>", "the root element is not <speak>"],
  ['<speak><break time="1s" time="2s"/></speak>', "duplicate attribute: time"],
  ["<speak><break time='1s'strength='weak'/></speak>", "no whitespace between attributes"],
  ["<speak><break time=1s/></speak>", "unquoted attribute value"],
  ["<speak><break time='a<b'/></speak>", "disallowed character"],
  ["<speak><break/ ></speak>", "forward-slash in opening tag not followed by >"],
  ["<!DOCTYPE speak [<!ENTITY a 'b'>]><speak>&a;</speak>", "there is a document type declaration"],
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
