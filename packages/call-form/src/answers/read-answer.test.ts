import { expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { readCallForm } from "../form/read-call-form.ts";
import { type FieldValue, readAnswer, type SpokenValue } from "./read-answer.ts";

const { fields } = readCallForm(formDocuments());

const ports = {
  today: "2026-03-01",
  readPhoneNumber: (spoken: string, countries: readonly string[]) =>
    spoken === "2045550100" && countries.includes("CA") ? "+12045550100" : undefined,
};

const rows: readonly (readonly [string, SpokenValue, FieldValue | undefined])[] = [
  ["callerName", { words: "ana" }, "Ana"],
  ["accountId", { words: "1 2 3 4 5 6 7 4" }, "12345674"],
  ["accountId", { words: "1234.5674" }, "12345674"],
  ["accountId", { words: "12345675" }, undefined],
  ["accountId", { words: "1234567" }, undefined],
  ["accountId", { words: "?" }, undefined],
  ["birthday", { words: "1980-02-29" }, "1980-02-29"],
  ["birthday", { words: "1981-02-29" }, undefined],
  ["birthday", { words: "2026-03-01" }, "2026-03-01"],
  ["birthday", { words: "2026-07-01" }, "2025-07-01"],
  ["birthday", { words: "2030-07-01" }, undefined],
  ["birthday", { words: "1980-W09" }, undefined],
  ["birthday", { words: "1980" }, undefined],
  ["callBackNumber", { words: "2045550100" }, "+12045550100"],
  ["callBackNumber", { words: "0100" }, undefined],
  ["practice", { words: "the new one", id: "south" }, "south"],
  ["practice", { words: "east", id: "east" }, undefined],
  ["practice", { words: "south" }, undefined],
  ["visits", { words: "3" }, 3],
  ["visits", { words: "100" }, undefined],
  ["visits", { words: "many" }, undefined],
  ["urgent", { words: "yeah", id: "yes" }, true],
  ["urgent", { words: "nope", id: "no" }, false],
  ["urgent", { words: "maybe" }, undefined],
  ["note", { words: "it hurts" }, "it hurts"],
  ["note", { words: "ow" }, undefined],
];

test.each(rows)("for %s, %j is %j", (id, spoken, value) => {
  const field = fields.find((each) => each.id === id);
  if (!field || field.kind === "reason") throw new TypeError(`no field ${id}`);
  expect(readAnswer(field, spoken, ports)).toBe(value);
});

test("what must be in the future is not taken for the past", () => {
  const field = { ...basics, id: "visit", kind: "date", check: { in: "future" } } as const;
  expect(readAnswer(field, { words: "2026-02-28" }, ports)).toBeUndefined();
  expect(readAnswer(field, { words: "2026-03-02" }, ports)).toBe("2026-03-02");
});

const basics = { required: true, skippable: false, asked: 3, sensitive: false, readBack: true };
