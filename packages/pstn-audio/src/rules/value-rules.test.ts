import { expect, test } from "@jest/globals";
import {
  anyText,
  e164Number,
  listOfTexts,
  numberOf,
  object,
  oneOf,
  regularExpression,
  terminators,
  textMatching,
  type ValueRule,
  wholeNumber,
  yesOrNo,
} from "./value-rules.ts";

const noNumber = "is not a whole number of 1 to 20";

/** A rule, what it takes, and what it says of everything else. */
const rules: Readonly<Record<string, [ValueRule, unknown[], string, unknown[]]>> = {
  anyText: [anyText, ["a", " "], "is not a text", ["", 7, null, undefined, ["a"]]],
  textMatching: [
    textMatching(/^a+$/, "is not all a"),
    ["a", "aa"],
    "is not all a",
    ["b", 7, ["a"]],
  ],
  oneOf: [oneOf("S3", "S4"), ["S3", "S4"], "is not S3 or S4", ["s3", "", undefined, ["S3"]]],
  wholeNumber: [
    wholeNumber(1, 20),
    [1, 20, "1", "20", "007"],
    noNumber,
    [0, 21, 1.5, -1, "0", "21", "1.5", "1e1", "", " 5", "5 ", "five", null, [5], Number.NaN],
  ],
  "wholeNumber without a most": [
    wholeNumber(-2),
    [-2, "-2", 0, Number.MAX_SAFE_INTEGER, "999999999999999"],
    "is not a whole number of at least -2",
    [-3, "-3", Number.MAX_SAFE_INTEGER + 1, "9007199254740991"],
  ],
  terminators: [
    terminators,
    [[], ["#"], ["*", "0", "9"]],
    "is not a list of single digits, # or *",
    ["#", ["##"], ["A"], ["#", 1], [""], ["a#"], ["#a"], null],
  ],
  e164Number: [
    e164Number,
    ["+12", "+12045550111", `+${"1".repeat(15)}`],
    "is not an E.164 number",
    ["12", "+1", "+02045550111", `+${"1".repeat(16)}`, "+1204 ", "a+12", "+12a", 12],
  ],
  regularExpression: [regularExpression, ["^\\d$", "a"], "is not a regular expression", ["[", "("]],
  "regularExpression that is no text": [regularExpression, [], "is not a text", ["", 7, null]],
  yesOrNo: [
    yesOrNo,
    [true, false, "true", "True", "FALSE"],
    "is not true or false",
    ["yes", "", "untrue", "falsehood", 1, null, ["true"]],
  ],
  listOfTexts: [
    listOfTexts,
    [["a"], ["a", "b"]],
    "is not a list of texts",
    [[], [""], ["a", 7], "a", { length: 1 }, null],
  ],
  object: [object, [{}, { a: 1 }], "is not an object", [[], null, "a"]],
};

const cases = Object.entries(rules).flatMap(([name, [rule, taken, problem, refused]]) => [
  ...taken.map((value) => [name, value, undefined, rule] as const),
  ...refused.map((value) => [name, value, problem, rule] as const),
]);

test.each(cases)("%s says of %j: %s", (_, value, problem, rule) => {
  expect(rule(value)).toBe(problem);
});

test.each([
  [5, 5],
  ["5", 5],
  ["-5", -5],
  ["1".repeat(15), 111_111_111_111_111],
  ["1".repeat(16), undefined],
  ["a5", undefined],
  ["5a", undefined],
  ["", undefined],
  [1.5, undefined],
  [null, undefined],
  [["5"], undefined],
])("%j stands for the whole number %s", (value, number) => {
  expect(numberOf(value)).toBe(number);
});
