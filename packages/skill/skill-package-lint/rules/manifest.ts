import type { JsonPath } from "../finding.ts";
import type { PackageRule, Problem } from "../rule.ts";
import type { SkillManifest, SkillPackage } from "../skill-package.ts";
import { categories } from "./categories.ts";

type Manifest = NonNullable<SkillManifest["manifest"]>;

const maxExamplePhrases = 3;

/** What the store asks of a manifest beyond its schema. */
export const manifest: PackageRule = {
  name: "manifest",
  *check(skillPackage) {
    const { file, content } = skillPackage.manifest;
    const problems = content.manifest
      ? problemsOf(content.manifest, skillPackage)
      : [{ path: [], message: "there is no manifest" }];
    for (const problem of problems) yield { file, ...problem };
  },
};

function* problemsOf(content: Manifest, skillPackage: SkillPackage): Iterable<Problem> {
  yield* category(content);
  yield* locales(content, skillPackage);
  yield* privacy(content);
  yield* examplePhrases(content, skillPackage);
}

function* category({ publishingInformation }: Manifest): Iterable<Problem> {
  const path = ["manifest", "publishingInformation", "category"];
  const name = publishingInformation?.category;
  if (!name || !categories.has(name)) yield { path, message: `"${name}" is no category` };
}

function* locales(
  { publishingInformation }: Manifest,
  { models }: SkillPackage,
): Iterable<Problem> {
  const path = ["manifest", "publishingInformation", "locales"];
  const published = Object.keys(publishingInformation?.locales ?? {});
  const modelled = models.map(({ locale }) => locale);
  for (const locale of modelled.filter((each) => !published.includes(each)))
    yield { path, message: `${locale} has an interaction model and is not published` };
  for (const locale of published.filter((each) => !modelled.includes(each)))
    yield { path: [...path, locale], message: `${locale} has no interaction model` };
}

/** A skill that reads customer data needs a privacy policy in every locale, and may not be for children. */
function* privacy({ privacyAndCompliance, publishingInformation, permissions = [] }: Manifest) {
  const path: JsonPath = ["manifest", "privacyAndCompliance"];
  if (permissions.length === 0) return;
  for (const locale of Object.keys(publishingInformation?.locales ?? {})) {
    const url = privacyAndCompliance?.locales?.[locale]?.privacyPolicyUrl;
    if (!url?.startsWith("https://"))
      yield {
        path: [...path, "locales", locale, "privacyPolicyUrl"],
        message: "a skill that asks for permissions needs the https URL of its privacy policy",
      };
  }
  if (privacyAndCompliance?.isChildDirected !== false)
    yield {
      path: [...path, "isChildDirected"],
      message: "a skill that asks for permissions may not be directed to children",
    };
  if (privacyAndCompliance?.usesPersonalInfo !== true)
    yield { path: [...path, "usesPersonalInfo"], message: "asking for permissions says otherwise" };
}

function* examplePhrases(
  { publishingInformation }: Manifest,
  { models }: SkillPackage,
): Iterable<Problem> {
  for (const { locale, content } of models) {
    const { invocationName } = content.interactionModel.languageModel;
    const path = ["manifest", "publishingInformation", "locales", locale, "examplePhrases"];
    const phrases = publishingInformation?.locales?.[locale]?.examplePhrases ?? [];
    if (phrases.length === 0 || phrases.length > maxExamplePhrases)
      yield { path, message: `1 to ${maxExamplePhrases} example phrases are needed` };
    for (const [index, phrase] of phrases.entries())
      if (!phrase.startsWith("Alexa, ") || !phrase.toLowerCase().includes(invocationName))
        yield {
          path: [...path, index],
          message: `"${phrase}" does not begin with "Alexa, " and name "${invocationName}"`,
        };
  }
}
