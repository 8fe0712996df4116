import { expect, test } from "@jest/globals";
import { eachPlace, matcher } from "./matcher.ts";
import { patternReader } from "./pattern.ts";

const read = patternReader({ kin: "son | little daughter", who: "my {kin} | she" });

function endsOf(source: string, phrase: string): readonly number[] {
  return eachPlace(matcher(phrase.split(" "))(read(source), 0));
}

test.each([
  ["one word", "fire", "fire fire", [1]],
  ["several words", "help me", "help me now", [2]],
  ["a choice", "(call | get to) me", "get to me", [3]],
  ["what may be missing", "my [own] house", "my house", [2]],
  ["what may be there", "my [own] house", "my own house", [3]],
  ["the beginning of a word", "burn*", "burning", [1]],
  ["any word", "my _ burns", "my shed burns", [3]],
  ["a word class", "{who} fell", "my little daughter fell", [4]],
  ["every way to end", "my [very] [old] (old | old car)", "my old old car", [2, 3, 4]],
  ["nothing else", "fire", "fires", []],
  ["nothing behind the end", "fire _", "fire", []],
])("%s: %j", (_, source, phrase, ends) => {
  expect(endsOf(source, phrase)).toEqual(ends);
});

test.each(["(a", "[a", "a)", "{who", "{nobody}", "a | ", "", "a ]"])(
  "%j is no pattern",
  (source) => {
    expect(() => read(source)).toThrow(SyntaxError);
  },
);

test("patterns that begin alike share their beginning", () => {
  const [one, other] = [read("{who} [{kin}] fell"), read("{who} [{kin}] runs")];
  expect(one).toMatchObject({ type: "sequence", rest: { word: "fell" } });
  expect("first" in one && "first" in other && one.first === other.first).toBe(true);
});
