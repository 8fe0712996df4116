import { isDeepStrictEqual } from "node:util";
import { generatedModels } from "../skill-package-models/generated-models.ts";
import type { Finding } from "./finding.ts";
import type { SkillPackage } from "./skill-package.ts";

const modelFile = (locale: string) => `skill-package/interactionModels/custom/${locale}.json`;

/** Interaction models that are not what follows from the call form, and those that are missing or too many. */
export function modelDrift({ form, models }: SkillPackage): Finding[] {
  const generated = generatedModels(form);
  const finding = (locale: string, message: string): Finding => ({
    file: modelFile(locale),
    path: [],
    rule: "call-form",
    message: `${message}; \`skill:models\` writes what follows from call-form.json`,
  });
  const missing = [...generated.keys()].filter((each) => !models.some((m) => m.locale === each));
  return [
    ...missing.map((locale) => finding(locale, "is missing")),
    ...models.flatMap(({ locale, content }) => {
      const expected = generated.get(locale);
      if (expected === undefined) return [finding(locale, "is for no locale of the form")];
      return isDeepStrictEqual(content, expected)
        ? []
        : [finding(locale, "is not what the form says")];
    }),
  ];
}
