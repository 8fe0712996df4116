import { languageOfLocale } from "@skill-call/call-form";
import type { Answers } from "../answers.ts";
import { type Locale, languagesOf, languageTexts } from "../languages/languages.ts";

/** call-form.json, and words/<locale>.json by locale: of the first locale of a language, which the others share. */
export function formDocuments({ company, invocationName, locales, reasons }: Answers) {
  const [first] = languagesOf(locales);
  const ids = reasons[first ?? "en"].map(idOf);
  const firstOf = (locale: Locale) =>
    locales.find((each) => languageOfLocale(each) === languageOfLocale(locale)) ?? locale;
  const words = locales.map((locale) => {
    const language = languageOfLocale(locale);
    const source = firstOf(locale);
    if (source !== locale) return [locale, { $schema: schemaIn("..", "words"), sameAs: source }];
    const named = reasons[language].map((name, index) => [ids[index] ?? idOf(name), { name }]);
    const other = ["other", { name: languageTexts[language].other, about: "" }];
    return [
      locale,
      { $schema: schemaIn("..", "words"), reasons: Object.fromEntries([...named, other]) },
    ];
  });
  return {
    form: {
      $schema: schemaIn(".", "call-form"),
      company: { name: company, invocationName },
      locales,
      fields: [
        { id: "callerName", kind: "name" },
        { id: "reason", kind: "reason" },
      ],
      reasons: [...ids, "other"],
    },
    words: Object.fromEntries(words) as Readonly<Record<Locale, object>>,
  };
}

function schemaIn(up: string, name: string): string {
  return `${up}/node_modules/@skill-call/skill/dist/schema/${name}.schema.json`;
}

/** "le soutien technique" as an ID: lower-case letters, digits and hyphens, without what stands before the noun. */
function idOf(name: string): string {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^(?:(?:an?|the|my|el|la|los|las|una?|les?|une) |l['’])/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
