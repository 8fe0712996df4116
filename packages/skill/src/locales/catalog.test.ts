import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { reasonIds } from "../call-reasons.ts";
import { callFailureCodes } from "../calls/call-failure.ts";
import type { Ssml } from "../speech/ssml.ts";
import { isWellFormed, spokenOf } from "../testing/spoken-of.ts";
import type { Catalog, Prompt } from "./catalog.ts";
import { catalogFor, catalogs } from "./catalog-for.ts";
import { company } from "./company.ts";

test.each([
  ["en-US", "en-US"],
  ["en-CA", "en-CA"],
  ["es-US", "es-US"],
  ["fr-CA", "fr-CA"],
  ["en-GB", "en-US"],
  ["es-MX", "es-US"],
  ["fr-FR", "fr-CA"],
  ["de-DE", "en-US"],
  ["", "en-US"],
  [undefined, "en-US"],
])("a request in %s is answered in %s", (locale, expected) => {
  expect(catalogFor(locale).locale).toBe(expected);
});

function promptSpeech({ ask, reprompt, help }: Prompt): Ssml[] {
  return [ask, reprompt, help];
}

function everySentence(catalog: Catalog): Ssml[] {
  const { questions, remarks, failures, farewells, announcements } = catalog;
  return [
    ...Object.values(questions).flatMap(promptSpeech),
    ...reasonIds.flatMap((reason) => promptSpeech(catalog.confirmation(reason))),
    ...reasonIds.flatMap((reason) => Object.values(announcements).map((say) => say(reason))),
    ...Object.values(remarks),
    ...Object.values(failures),
    ...Object.values(farewells),
    catalog.nameHeard("Ana"),
    catalog.accountIdHeard("AB12"),
    catalog.consentNeeded,
  ];
}

test.each(catalogs)("every sentence of $locale is short, whole and well-formed", (catalog) => {
  for (const { markup } of everySentence(catalog)) {
    const spoken = spokenOf(markup);
    expect({ spoken, isWellFormed: isWellFormed(markup) }).toEqual({ spoken, isWellFormed: true });
    expect(spoken).toMatch(/^[\p{Lu}¿].*[.?!]$/u);
    expect(spoken).not.toMatch(/ {2}|undefined|\$\{/);
    expect(spoken.length).toBeLessThan(190);
  }
});

test.each(catalogs)("every failure has a sentence of its own in $locale", ({ failures }) => {
  expect(Object.keys(failures).sort()).toEqual([...callFailureCodes].sort());
  const sentences = Object.values(failures).map(({ markup }) => markup);
  expect(new Set(sentences).size).toBe(callFailureCodes.length);
});

test("no sentence was left in another language", () => {
  const [english = [], spanish = [], french = []] = ["en-US", "es-US", "fr-CA"].map((locale) =>
    everySentence(catalogFor(locale)).map(({ markup }) => markup),
  );
  expect(english.filter((sentence) => [...spanish, ...french].includes(sentence))).toEqual([]);
  expect(spanish.filter((sentence) => french.includes(sentence))).toEqual([]);
});

test.each(catalogs)("the word to call names whom and why in $locale", (catalog) => {
  const asked = reasonIds.map((reason) => spokenOf(catalog.confirmation(reason).ask.markup));
  expect(asked.every((question) => question.includes(company))).toBe(true);
  expect(new Set(asked).size).toBe(reasonIds.length);
});

test.each(catalogs)("names and account IDs of any kind are spoken as they are in $locale", (c) => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const { markup } of [c.nameHeard(text), c.accountIdHeard(text)]) {
        expect(isWellFormed(markup)).toBe(true);
        expect(spokenOf(markup)).toContain(text);
      }
    }),
  );
});

test.each(["en-US", "es-US", "fr-CA"])("reasons are listed as people do in %s", (locale) => {
  const { reasonNames, questions } = catalogFor(locale);
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const spoken = spokenOf(questions.reason.reprompt.markup);
  expect(spoken).toContain(list.format(Object.values(reasonNames)));
});
