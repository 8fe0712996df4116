import { expect, test } from "@jest/globals";
import { findingLine } from "../../skill-package-lint/finding.ts";
import { lint } from "../../skill-package-lint/lint.ts";
import { loadSkillPackage } from "../../skill-package-lint/load-skill-package.ts";
import { placesInRepository } from "../../skill-package-lint/places.ts";

const repository = placesInRepository("../..");

test("every file of the skill package fits the schema that Amazon publishes", async () => {
  const { findings } = await loadSkillPackage(repository);
  expect(findings.map(findingLine)).toEqual([]);
});

test("the lint has nothing to say about the skill package", async () => {
  const { skillPackage } = await loadSkillPackage(repository);
  expect(skillPackage && lint(skillPackage).map(findingLine)).toEqual([]);
});

test("the skill speaks the four locales where skill calling exists", async () => {
  const { skillPackage } = await loadSkillPackage(repository);
  const locales = skillPackage?.models.map(({ locale }) => locale);
  expect(locales).toEqual(["en-CA", "en-US", "es-US", "fr-CA"]);
});

test("the manifest asks for the mobile number and nothing else", async () => {
  const { skillPackage } = await loadSkillPackage(repository);
  expect(skillPackage?.manifest.content.manifest?.permissions).toEqual([
    { name: "alexa::profile:mobile_number:read" },
  ]);
});

test("the manifest names no endpoint: the stack that owns the Lambda adds it", async () => {
  const { skillPackage } = await loadSkillPackage(repository);
  expect(skillPackage?.manifest.content.manifest?.apis).toEqual({
    custom: { interfaces: [{ type: "ALEXA_PRESENTATION_APL" }] },
  });
});

test("a call is confirmed once, and the skill leads the dialog", async () => {
  const { skillPackage } = await loadSkillPackage(repository);
  for (const { content } of skillPackage?.models ?? []) {
    const { dialog } = content.interactionModel;
    expect(dialog?.delegationStrategy).toBe("SKILL_RESPONSE");
    expect(dialog?.intents).toEqual([
      expect.objectContaining({ name: "CallIntent", confirmationRequired: true }),
      expect.objectContaining({ name: "ChangeIntent", confirmationRequired: false }),
    ]);
  }
});
