import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { findingLine } from "./finding.ts";
import { loadSkillPackage } from "./load-skill-package.ts";
import { type RepositoryCopy, repositoryCopy } from "./testing/repository-copy.ts";

let repository: RepositoryCopy;

beforeEach(async () => {
  repository = await repositoryCopy();
});

afterEach(() => repository.close());

async function findings(): Promise<string[]> {
  return (await loadSkillPackage(repository.places)).findings.map(findingLine);
}

test("the package is read with a model for each locale", async () => {
  const { skillPackage } = await loadSkillPackage(repository.places);
  const locales = skillPackage?.models.map(({ locale }) => locale);
  expect(locales).toEqual(["en-CA", "en-US", "es-US", "fr-CA"]);
});

test("a file that is not JSON is found", async () => {
  await repository.write("skill-package/skill.json", "{");
  expect(await findings()).toEqual([
    expect.stringMatching(
      /^skill-package\/skill.json \$: cannot be read as JSON: .* \(readable\)$/,
    ),
  ]);
});

test("a missing file is found", async () => {
  await repository.remove("packages/sma-handler/routes.example.json");
  expect(await findings()).toEqual([
    expect.stringMatching(
      /^packages\/sma-handler\/routes.example.json \$: cannot be read as JSON: ENOENT/,
    ),
  ]);
});

test("every file is checked against its schema", async () => {
  await repository.write("words/en-CA.json", '{"sameAs":"en-GB"}');
  await repository.write("packages/sma-handler/routes.example.json", "{}");
  await repository.write("skill-package/skill.json", '{"manifest":1}');
  await repository.write("skill-package/interactionModels/custom/fr-CA.json", "{}");
  expect(await findings()).toEqual([
    "words/en-CA.json $.sameAs: there is no words/en-GB.json (call-form)",
    "skill-package/skill.json $.manifest: must be object (schema)",
    "packages/sma-handler/routes.example.json $: must have required property 'rules' (schema)",
    "skill-package/interactionModels/custom/fr-CA.json $: must have required property 'interactionModel' (schema)",
  ]);
});
