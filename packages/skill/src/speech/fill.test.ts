import { expect, test } from "@jest/globals";
import { fill } from "./fill.ts";
import { spellOut } from "./ssml.ts";

test.each([
  ["Thanks, {value}.", { value: "AT&T" }, "Thanks, AT&amp;T."],
  ["Rock & roll, what's {what}?", { what: "it" }, "Rock &amp; roll, what's it?"],
  ["Shall I call {company} {about} now?", { company: "us", about: "" }, "Shall I call us now?"],
  ["¿Llamo a {company} {about}?", { company: "us" }, "¿Llamo a us?"],
  [
    "It is {value}.",
    { value: spellOut("A1") },
    'It is <say-as interpret-as="spell-out">A1</say-as>.',
  ],
  ["Dial {911}.", {}, 'Dial <say-as interpret-as="digits">911</say-as>.'],
])("%j is filled", (sentence, fillings, markup) => {
  expect(fill(sentence, fillings)).toEqual({ markup });
});
