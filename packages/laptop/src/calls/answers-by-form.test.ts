import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import { answersByForm } from "./answers-by-form.ts";

const form = readCallFormFile(join(__dirname, "../../../../examples/clinic/call-form.json"));

function answers(
  fields: readonly (readonly [string, string])[],
  reason?: string,
  locale = "en-US",
) {
  return answersByForm(form, { fields, reason, locale, today: "2026-11-29" }, ["walk-in"]);
}

test.each<[string, string, unknown]>([
  ["birthday", "1980-05-03", "1980-05-03"],
  ["Date of birth", "1980-05-03", "1980-05-03"],
  ["date of BIRTH", " 1980-05-03 ", "1980-05-03"],
  ["callBackNumber", "204 555 0123", "+12045550123"],
  ["callBackNumber", "tel:+1-204-555-0123", "+12045550123"],
  ["practice", "north", "north"],
  ["urgency", "this week", "this-week"],
  ["callerName", "Zoë", "Zoë"],
])("%s=%s", (name, typed, value) => {
  expect(Object.values(answers([[name, typed]]).fields)).toEqual([value]);
});

test("labels and names are of the caller's language, IDs of every one", () => {
  const given = [
    ["Date de naissance", "1980-05-03"],
    ["practice", "nord"],
  ] as const;
  expect(answers(given, undefined, "fr-CA").fields).toEqual({
    birthday: "1980-05-03",
    practice: "north",
  });
});

test.each([
  [undefined, "appointment"],
  ["results", "results"],
  ["test results", "results"],
  ["walk-in", "walk-in"],
])("the reason %j is %s", (given, id) => {
  expect(answers([], given).reason).toEqual({ id });
});

test.each([
  [
    ["reason", "results"],
    'no field "reason". It has callerName (Patient), birthday (Date of birth)',
  ],
  [
    ["birthday", "soon"],
    'birthday (Date of birth) cannot be "soon": it must be a day such as 2026-01-31',
  ],
  [["birthday", "2080-05-03"], "in the past"],
  [["practice", "south"], "it must be one of north, lakeside"],
  [["urgency", ""], "it must be one of today, this-week, no-hurry"],
  [["callBackNumber", "+4930123456"], "a phone number of US or CA"],
] as const)("%j is refused with what is right", ([name, typed], advice) => {
  expect(() => answers([[name, typed]])).toThrow(advice);
});

test("an unknown reason is refused with the list", () => {
  expect(() => answers([], "nonsense")).toThrow(
    expect.objectContaining({
      code: "laptop.not-in-form",
      message:
        'There is no reason "nonsense". The reasons are appointment, prescription, results, other, walk-in.',
    }),
  );
});
