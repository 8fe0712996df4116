import type {
  LocaleModel,
  SkillManifest,
  SkillPackage,
} from "../skill-package-lint/skill-package.ts";
import { replaceTexts } from "./replace-texts.ts";
import { inLocale, type Settings } from "./settings.ts";

type Manifest = NonNullable<SkillManifest["manifest"]>;
type Replacements = readonly (readonly [from: string, to: string])[];

/** The skill package with a deployment's ARN, names and URLs in it. */
export function deployableCopy(source: SkillPackage, settings: Settings): SkillPackage {
  const manifest = source.manifest.content.manifest ?? {};
  const names = namesOf(source, settings);
  return {
    ...source,
    manifest: {
      ...source.manifest,
      content: { manifest: deployableManifest(manifest, settings, names) },
    },
    models: source.models.map((model) => renamedModel(model, settings, names(model.locale))),
  };
}

/** In each locale: the old names and the new ones, of the store and of the spoken kind. */
function namesOf({ manifest, models }: SkillPackage, settings: Settings) {
  const published = manifest.content.manifest?.publishingInformation?.locales ?? {};
  return (locale: string): Replacements => {
    const model = models.find((each) => each.locale === locale);
    const spoken = model?.content.interactionModel.languageModel.invocationName;
    return [
      replacement(published[locale]?.name, inLocale(settings.name, locale)),
      replacement(spoken, inLocale(settings.invocationName, locale)),
    ].flat();
  };
}

function replacement(from: string | undefined, to: string | undefined): Replacements {
  return from && to ? [[from, to]] : [];
}

function deployableManifest(
  manifest: Manifest,
  settings: Settings,
  names: (locale: string) => Replacements,
): Manifest {
  const { publishingInformation = {}, privacyAndCompliance = {}, apis = {} } = manifest;
  const [firstLocale = ""] = Object.keys(publishingInformation.locales ?? {});
  return {
    ...manifest,
    publishingInformation: {
      // Testing instructions have one language: that of the first locale.
      ...replaceTexts(publishingInformation, names(firstLocale)),
      locales: eachLocale(publishingInformation.locales, (texts, locale) => ({
        ...replaceTexts(texts, names(locale)),
        ...icons(settings.iconsUrl),
      })),
    },
    privacyAndCompliance: {
      ...privacyAndCompliance,
      locales: eachLocale(privacyAndCompliance.locales, (urls, locale) => ({
        ...urls,
        ...present("privacyPolicyUrl", inLocale(settings.privacyUrl, locale)),
        ...present("termsOfUseUrl", inLocale(settings.termsUrl, locale)),
      })),
    },
    apis: { ...apis, custom: { ...apis.custom, ...endpoint(settings.lambdaArn) } },
  };
}

function renamedModel(model: LocaleModel, settings: Settings, names: Replacements): LocaleModel {
  const content = replaceTexts(model.content, names);
  const invocationName = inLocale(settings.invocationName, model.locale);
  if (invocationName !== undefined)
    content.interactionModel.languageModel.invocationName = invocationName;
  return { ...model, content };
}

function endpoint(uri: string | undefined) {
  return uri === undefined ? {} : { endpoint: { uri } };
}

function icons(folder: string | undefined) {
  if (folder === undefined) return {};
  const base = folder.replace(/\/$/, "");
  return { smallIconUri: `${base}/icon-108.png`, largeIconUri: `${base}/icon-512.png` };
}

function present<Key extends string>(key: Key, value: string | undefined) {
  return value === undefined ? {} : { [key]: value };
}

function eachLocale<Texts extends object>(
  byLocale: Readonly<Record<string, Texts>> | undefined,
  change: (texts: Texts, locale: string) => Texts,
): Record<string, Texts> {
  const entries = Object.entries(byLocale ?? {});
  return Object.fromEntries(entries.map(([locale, texts]) => [locale, change(texts, locale)]));
}
