import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { findingLine } from "./finding.ts";
import { schemaCheck } from "./json-schema.ts";
import { type SmapiDefinition, smapiSchema } from "./smapi-schema.ts";
import { aSkillPackage, type Draft } from "./testing/a-skill-package.ts";

const spec: unknown = JSON.parse(readFileSync("node_modules/ask-smapi-model/spec.json", "utf8"));

function schemaFindings(definition: SmapiDefinition, content: unknown): string[] {
  return schemaCheck(smapiSchema(spec, definition))("a.json", content).map(findingLine);
}

function modelFindings(spoil: (draft: Draft) => void): string[] {
  const [model] = aSkillPackage(spoil).models;
  return schemaFindings("v1.skill.interactionModel.InteractionModelData", model?.content);
}

test("a right model and a right manifest fit the published schema", () => {
  expect(modelFindings(() => {})).toEqual([]);
  const { manifest } = aSkillPackage();
  expect(schemaFindings("v1.skill.Manifest.SkillManifestEnvelope", manifest.content)).toEqual([]);
});

test("a wrong type is found with its path", () => {
  const findings = modelFindings(({ enUS }) =>
    Object.assign(enUS.interactionModel.languageModel, { intents: {} }),
  );
  expect(findings).toEqual([
    "a.json $.interactionModel.languageModel.intents: must be array (schema)",
  ]);
});

test("a missing property is found", () => {
  const findings = modelFindings(({ enUS }) =>
    Object.assign(enUS.interactionModel, { languageModel: { intents: [{ name: "A" }] } }),
  );
  expect(findings).toEqual([
    "a.json $.interactionModel.languageModel: must have required property 'invocationName' (schema)",
  ]);
});

test("a misspelt property is found", () => {
  const findings = modelFindings(({ enUS }) =>
    Object.assign(enUS.interactionModel.dialog ?? {}, { delegationStrateggy: "ALWAYS" }),
  );
  expect(findings).toEqual([
    'a.json $.interactionModel.dialog: must NOT have additional properties: "delegationStrateggy" (schema)',
  ]);
});

test("a permission that does not exist is found", () => {
  const manifest = { manifest: { permissions: [{ name: "alexa::calling" }] } };
  expect(schemaFindings("v1.skill.Manifest.SkillManifestEnvelope", manifest)).toEqual([
    "a.json $.manifest.permissions[0].name: must be equal to one of the allowed values (schema)",
  ]);
});

test("a slot's value may have no synonyms, and no empty list of them", () => {
  const withName = (name: object) => ({
    interactionModel: {
      languageModel: {
        invocationName: "oak clinic",
        intents: [{ name: "CallIntent", samples: ["call"] }],
        types: [{ name: "CallReason", values: [{ id: "billing", name }] }],
      },
    },
  });
  const findings = (name: object) =>
    schemaFindings("v1.skill.interactionModel.InteractionModelData", withName(name));
  expect(findings({ value: "billing" })).toEqual([]);
  expect(findings({ value: "billing", synonyms: [] })).toHaveLength(1);
  expect(findings({ synonyms: ["bills"] })).toHaveLength(1);
});
