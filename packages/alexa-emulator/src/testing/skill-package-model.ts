import { readFileSync } from "node:fs";

/** The locales that the skill package of this repository has. */
export const locales = ["en-US", "en-CA", "es-US", "fr-CA"] as const;
export type SkillLocale = (typeof locales)[number];

/** The interaction model as the skill team deploys it. */
export function skillPackageModel(locale: SkillLocale): unknown {
  const file = `../../skill-package/interactionModels/custom/${locale}.json`;
  return JSON.parse(readFileSync(file, "utf8"));
}
