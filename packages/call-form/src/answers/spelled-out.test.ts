import { expect, test } from "@jest/globals";
import type { LanguageCode } from "../form/words.ts";
import { spelledIn } from "./spelled-in.ts";
import { spelledOut } from "./spelled-out.ts";

test.each<[language: LanguageCode, phrase: string, plain: string]>([
  ["en", "A as in apple B as in boy 7 7 3", "a b 7 7 3"],
  ["en", "m like mike 2 2 2", "m 2 2 2"],
  ["en", "v for victor double 4 dash 9", "v 4 4 9"],
  ["en", "triple 7 hyphen a", "7 7 7 a"],
  ["es", "b de burro 4 4 5 1", "b 4 4 5 1"],
  ["es", "v como víctor doble 2 guión 3", "v 2 2 3"],
  ["fr", "C comme Charlie 5 5 2 1", "c 5 5 2 1"],
  ["fr", "d comme dans denis tiret 4", "d 4"],
])("in %s, %j is %j", (language, phrase, plain) => {
  expect(spelledOut(phrase, language)).toBe(plain);
});

test.each<[language: LanguageCode, phrase: string]>([
  ["en", "A-B 1.2"],
  ["en", "K9002"],
  ["en", "a for 1 2"],
  ["es", "a de 1 2"],
  ["fr", "a b 12"],
])("in %s, %j stays as it is", (language, phrase) => {
  expect(spelledOut(phrase, language)).toBe(phrase);
});

test("what is spelled in a sentence is found", () => {
  expect(spelledIn("it's uh M like Mike double two four", "en")).toBe("M224");
  expect(spelledIn("non attends deux deux un huit", "fr")).toBe("2218");
});
