import { expect, test } from "@jest/globals";
import { exactlyOnePrompt, prompt } from "./prompt.ts";

test.each([
  [{ text: "Hello" }, { Text: "Hello" }],
  [{ ssml: "<speak/>" }, { SSML: "<speak/>" }],
  [{ promptId: "p" }, { PromptId: "p" }],
])("%j is written as %j", (options, written) => {
  expect(prompt(options)).toEqual(written);
});

test.each(["Text", "SSML", "PromptId", "Media"])("one prompt is enough: %s", (kind) => {
  expect(exactlyOnePrompt({ [kind]: "a" })).toEqual([]);
});

test.each([
  [{}, "none is given"],
  [{ Text: "a", SSML: "<speak/>" }, "Text and SSML are given"],
  [{ PromptId: "p", Media: {}, Text: "a" }, "Text and PromptId and Media are given"],
])("of the prompts in %j is said: %s", (parameters, found) => {
  expect(exactlyOnePrompt(parameters)).toEqual([
    {
      severity: "error",
      rule: "parameter",
      at: "Parameters",
      message: `has to have one of Text, SSML, PromptId, Media; ${found}`,
    },
  ]);
});
