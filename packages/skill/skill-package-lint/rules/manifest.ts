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
  yield* permissions(content);
  yield* countries(content);
  yield* texts(content);
  yield* locales(content, skillPackage);
  yield* privacy(content);
  yield* examplePhrases(content, skillPackage);
}

function* category({ publishingInformation }: Manifest): Iterable<Problem> {
  const path = ["manifest", "publishingInformation", "category"];
  const name = publishingInformation?.category;
  if (!name || !categories.has(name)) yield { path, message: `"${name}" is not a category` };
}

/** SMAPI answers an empty list with 500. */
function* permissions({ permissions: asked }: Manifest): Iterable<Problem> {
  const path = ["manifest", "permissions"];
  if (asked?.length === 0) yield { path, message: "leave it out where there are none" };
}

function* countries({ publishingInformation }: Manifest): Iterable<Problem> {
  const path = ["manifest", "publishingInformation", "distributionCountries"];
  const { distributionCountries, isAvailableWorldwide } = publishingInformation ?? {};
  const isEmpty = distributionCountries?.length === 0;
  const isNowhere = isAvailableWorldwide === false && !distributionCountries;
  if (isEmpty || isNowhere)
    yield {
      path,
      message: "the skill is for no country: list some, or make it available worldwide",
    };
  if (isAvailableWorldwide === true && distributionCountries && distributionCountries.length > 0)
    yield { path, message: "a skill that is available worldwide lists no countries" };
}

/** What the store shows in every locale, and refuses where it is empty. */
const shownTexts = ["name", "summary", "description"] as const;

function* texts({ publishingInformation }: Manifest): Iterable<Problem> {
  for (const [locale, published] of Object.entries(publishingInformation?.locales ?? {})) {
    const path = ["manifest", "publishingInformation", "locales", locale];
    for (const text of shownTexts)
      if (!published[text]?.trim())
        yield { path: [...path, text], message: "the store shows it: it may not be empty" };
    for (const [index, keyword] of (published.keywords ?? []).entries())
      if (keyword.trim() === "") yield { path: [...path, "keywords", index], message: "is empty" };
  }
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
function* privacy({ privacyAndCompliance, publishingInformation, permissions: asked }: Manifest) {
  const path: JsonPath = ["manifest", "privacyAndCompliance"];
  const published = publishingInformation?.locales ?? {};
  for (const locale of Object.keys(privacyAndCompliance?.locales ?? {}))
    if (!(locale in published))
      yield { path: [...path, "locales", locale], message: `${locale} is not published` };
  if (!asked || asked.length === 0) return;
  for (const locale of Object.keys(published)) {
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
