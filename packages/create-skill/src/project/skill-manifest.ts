import { languageOfLocale } from "@skill-call/call-form";
import type { Answers } from "../answers.ts";
import { type Locale, languagesOf, languageTexts } from "../languages/languages.ts";

/** skill-package/skill.json: what the skill store shows, and what the skill asks permission for. */
export function skillManifest(answers: Answers): object {
  const { invocationName, locales, reasons } = answers;
  const [language = "en"] = languagesOf(locales);
  const [firstReason = ""] = reasons[language];
  const { store } = languageTexts[language];
  return {
    manifest: {
      manifestVersion: "1.0",
      publishingInformation: {
        category: "COMMUNICATION",
        distributionMode: "PUBLIC",
        isAvailableWorldwide: false,
        distributionCountries: ["US", "CA"],
        testingInstructions: store.testingInstructions(invocationName, firstReason),
        locales: byLocale(locales, (locale) => inStore(answers, locale)),
      },
      privacyAndCompliance: {
        allowsPurchases: false,
        usesPersonalInfo: true,
        isChildDirected: false,
        isExportCompliant: true,
        containsAds: false,
        locales: byLocale(locales, (locale) => ({
          privacyPolicyUrl: `https://example.com/privacy/${locale}`,
          termsOfUseUrl: `https://example.com/terms/${locale}`,
        })),
      },
      permissions: [{ name: "alexa::profile:mobile_number:read" }],
      apis: { custom: { interfaces: [{ type: "ALEXA_PRESENTATION_APL" }] } },
    },
  };
}

function inStore({ company, invocationName, reasons }: Answers, locale: Locale): object {
  const language = languageOfLocale(locale);
  const { store, other } = languageTexts[language];
  const [first = ""] = reasons[language];
  const disjunction = new Intl.ListFormat(locale, { type: "disjunction" });
  return {
    name: company,
    smallIconUri: "file://assets/images/icon-108.png",
    largeIconUri: "file://assets/images/icon-512.png",
    summary: store.summary,
    description: store.description(company, disjunction.format([...reasons[language], other])),
    examplePhrases: store.examplePhrases(invocationName, first),
    keywords: [...store.keywords, ...reasons[language]],
  };
}

function byLocale(locales: readonly Locale[], of: (locale: Locale) => object): object {
  return Object.fromEntries(locales.map((locale) => [locale, of(locale)]));
}
