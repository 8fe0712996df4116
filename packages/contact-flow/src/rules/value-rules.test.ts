import { expect, test } from "@jest/globals";
import {
  dtmfDigits,
  e164Number,
  list,
  object,
  oneOf,
  oneOfInAnyCase,
  orReference,
  reference,
  text,
  type ValueRule,
  wholeNumber,
} from "./value-rules.ts";

const noReference = "is not one reference such as $.Attributes.contextId";
const noNumber = "is not an E.164 number";
const noDigits = "is not 1 to 50 of 0-9, * # and comma";
const noWholeNumber = "is not a whole number of 1 to 20";

/** A rule, what it takes, and what it says of everything else. */
const rules: Readonly<Record<string, [ValueRule, unknown[], string, unknown[]]>> = {
  text: [text, ["a", "", "5"], "is not a text", [5, null, undefined, ["a"], {}]],
  object: [object, [{}, { a: 1 }], "is not an object", [null, [], "a", undefined]],
  list: [list, [[], [1]], "is not a list", [{ length: 0 }, "a", null]],
  reference: [
    reference,
    ["$.External.route", "$.SegmentAttributes['connect:Subtype']"],
    noReference,
    ["route", "to $.External.route", "$.External.route!", "", 5, ["$.External.route"]],
  ],
  oneOf: [oneOf("True", "False"), ["True", "False"], "is not True or False", ["true", "", true]],
  oneOfInAnyCase: [
    oneOfInAnyCase("Neural", "standard"),
    ["Neural", "neural", "NEURAL", "Standard"],
    "is not Neural or standard",
    ["generative", "", undefined],
  ],
  wholeNumber: [
    wholeNumber(1, 20),
    ["1", "20", "07", 5],
    noWholeNumber,
    ["0", "21", "-1", "1.5", "5 ", " 5", "five", "", null],
  ],
  orReference: [
    orReference(wholeNumber(1, 20)),
    ["5", "$.External.seconds"],
    `${noWholeNumber}, nor a reference`,
    ["0", "$.External.seconds s", 0, ["$.External.seconds"]],
  ],
  e164Number: [
    e164Number,
    ["+12", "+12045550111", `+${"1".repeat(15)}`],
    noNumber,
    [
      "12045550111",
      "+02045550111",
      "+1",
      `+${"1".repeat(16)}`,
      "+1204555011a",
      "a+12",
      12,
      ["+12"],
    ],
  ],
  dtmfDigits: [
    dtmfDigits,
    ["0123456789", "1,#*", "1".repeat(50)],
    noDigits,
    ["", "1".repeat(51), "1A", "A1", "1 2", 12],
  ],
};

const cases = Object.entries(rules).flatMap(([name, [rule, taken, problem, refused]]) => [
  ...taken.map((value) => [name, value, undefined, rule] as const),
  ...refused.map((value) => [name, value, problem, rule] as const),
]);

test.each(cases)("%s says of %j: %s", (_, value, problem, rule) => {
  expect(rule(value)).toBe(problem);
});
