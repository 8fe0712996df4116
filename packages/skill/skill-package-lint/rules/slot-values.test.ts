import { expect, test } from "@jest/globals";
import type { Draft } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";

const type = "en-US.json $.interactionModel.languageModel.types[0]";
const valuesOf = ({ enUS }: Draft) => enUS.interactionModel.languageModel.types?.[0]?.values ?? [];

test("a slot type without values is found", () => {
  const findings = lintOf((draft) => valuesOf(draft).splice(0));
  expect(findings).toContain(`${type}.values: slot type "CallReason" has no values (slot-values)`);
});

test("a value without an id is found", () => {
  const findings = lintOf((draft) =>
    valuesOf(draft).push({ name: { value: "sales", synonyms: ["a price"] } }),
  );
  expect(findings).toContain(`${type}.values[2]: "sales" has no id (slot-values)`);
});

test("an id that stands twice is found", () => {
  const findings = lintOf((draft) =>
    valuesOf(draft).push({ id: "billing", name: { value: "sales", synonyms: ["a price"] } }),
  );
  expect(findings).toContain(`${type}.values[2].id: id "billing" stands twice (slot-values)`);
});

test("a synonym of two values is found, whatever its case and accents", () => {
  const findings = lintOf((draft) => valuesOf(draft)[1]?.name.synonyms?.push("My Bíll"));
  expect(findings).toContain(
    `${type}.values[1].name.synonyms[1]: "My Bíll" stands twice; Alexa could not tell which value is meant (slot-values)`,
  );
});
