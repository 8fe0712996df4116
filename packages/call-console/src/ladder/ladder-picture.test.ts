import { expect, test } from "@jest/globals";
import { ladderPicture } from "./ladder-picture.ts";

const attack = `</text><script>alert("1")</script>&\u0000\uD800`;
const picture = ladderPicture(attack, [
  { at: 0, from: "caller", to: "alexa", kind: "caller.utterance", label: attack },
]);

test("a picture stands alone: a namespace, its own style, no script", () => {
  expect(picture).toMatch(
    /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"/,
  );
  expect(picture).toContain("@media (prefers-color-scheme: dark)");
  expect(picture).toContain('class="row speech"');
});

test("what a caller says stays text, and is well-formed XML", () => {
  expect(picture).not.toContain("<script");
  expect(picture).toContain(
    "&lt;/text&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;\uFFFD\uFFFD",
  );
});
