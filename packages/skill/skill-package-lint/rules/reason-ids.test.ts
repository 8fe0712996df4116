import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const types = "fr-CA.json $.interactionModel.languageModel.types";
const reasons = (lines: string[]) => lines.filter((line) => line.includes("(reason-ids)"));

test("an id of a model that is no reason is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.types?.[0]?.values?.push({
      id: "ventes",
      name: { value: "ventes", synonyms: ["les ventes"] },
    });
  });
  expect(reasons(findings)).toEqual([
    `${types}[0].values[2].id: "ventes" is not a reason id: the skill would refuse it (reason-ids)`,
  ]);
});

test("a reason that a model cannot say is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.types?.[0]?.values?.splice(0, 1);
  });
  expect(reasons(findings)).toEqual([
    `${types}[0].values: nobody can say reason "billing" (reason-ids)`,
  ]);
});

test("a model without the reason's slot type is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.types?.splice(0);
  });
  expect(reasons(findings)).toEqual([`${types}: slot type CallReason is missing (reason-ids)`]);
});

test.each([["biling"], [["billing", "biling"]]])("routes for the reason %p are found", (reason) => {
  const findings = lintOf(({ routes }) => routes.rules.push({ when: { reason } }));
  expect(reasons(findings)).toEqual([
    'routes.json $.rules[2].when.reason: "biling" is not a reason of the form: no call will ever have it (reason-ids)',
  ]);
});

test("routes for a field that the form does not have are found", () => {
  const findings = lintOf(({ routes }) => routes.rules.push({ when: { "context.plan": "gold" } }));
  expect(reasons(findings)).toEqual([
    'routes.json $.rules[2].when["context.plan"]: "plan" is not a field of the form (reason-ids)',
  ]);
});
