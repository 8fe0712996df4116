import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { callFailureCodes } from "../calls/call-failure.ts";
import { fill } from "../speech/fill.ts";
import type { Ssml } from "../speech/ssml.ts";
import { catalogFor } from "../testing/catalog-for.ts";
import { exampleForm } from "../testing/example-form.ts";
import { conversationWith } from "../testing/hearing.ts";
import { isWellFormed, spokenOf } from "../testing/spoken-of.ts";
import type { Catalog, Prompt } from "./catalog.ts";
import { createCatalogs } from "./create-catalogs.ts";

const catalogs = exampleForm.words.map(({ locale }) => catalogFor(locale));
const reasons = exampleForm.reasons.map((id) => conversationWith({ reason: { id } }));

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

const plain = ["welcome", "starting-over", "misheard", "not-calling"] as const;
const ofFields = ["unclear", "skipped", "givenUp", "needed"] as const;

function everySentence(catalog: Catalog): Ssml[] {
  const questions = [...exampleForm.fields.map(({ id }) => id), "change"];
  return [
    ...questions.flatMap((question) => promptSpeech(catalog.prompt(question, conversationWith()))),
    ...reasons.flatMap((each) => promptSpeech(catalog.prompt("confirmation", each))),
    ...reasons.map((each) => catalog.announcement("device", each)),
    catalog.announcement("phone", conversationWith()),
    ...plain.map((remark) => catalog.remark(remark)),
    ...exampleForm.fields.flatMap(({ id }) => [
      ...ofFields.map((says) => catalog.remark({ field: id, says })),
      catalog.remark({ field: id, says: "heard", value: "Ana" }),
    ]),
    ...Object.values(catalog.failures),
    ...Object.values(catalog.farewells),
    catalog.closed,
    catalog.consentNeeded,
    ...promptSpeech(catalog.emergencyQuestion),
  ];
}

test.each(catalogs)("every sentence of $locale is short, whole and well-formed", (catalog) => {
  for (const { markup } of everySentence(catalog)) {
    const spoken = spokenOf(markup);
    expect({ spoken, isWellFormed: isWellFormed(markup) }).toEqual({ spoken, isWellFormed: true });
    expect(spoken).toMatch(/^[\p{Lu}¿].*[.?!]$/u);
    expect(spoken).not.toMatch(/ {2}|undefined|\$?\{/);
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
  const asked = reasons.map((each) => spokenOf(catalog.prompt("confirmation", each).ask.markup));
  expect(asked.every((question) => question.includes("Example Support"))).toBe(true);
  expect(new Set(asked).size).toBe(reasons.length);
});

test.each(catalogs)("names and account IDs of any kind are spoken as they are in $locale", (c) => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1 }), (value) => {
      for (const field of ["callerName", "accountId"]) {
        const { markup } = c.remark({ field, says: "heard", value });
        expect(isWellFormed(markup)).toBe(true);
        expect(spokenOf(markup)).toContain(value);
      }
    }),
  );
});

test.each(["en-US", "es-US", "fr-CA"])("reasons are listed as people do in %s", (locale) => {
  const words = exampleForm.words.find((each) => each.locale === locale);
  const list = new Intl.ListFormat(locale, { type: "disjunction" });
  const names = exampleForm.reasons.map((id) => words?.reasons[id]?.name ?? "");
  const { reprompt } = catalogFor(locale).prompt("reason", conversationWith());
  expect(spokenOf(reprompt.markup)).toContain(list.format(names));
});

test("a form's author may replace sentences of the skill, but not what is said in an emergency", () => {
  const [first, ...others] = exampleForm.words;
  const withSentences = (sentences: Readonly<Record<string, string>>) =>
    createCatalogs({ ...exampleForm, words: [{ ...first, sentences }, ...others] });
  const own = withSentences({
    "farewells.stopped": "Bye from {company}.",
    consentNeeded: "Number?",
  });
  expect(own("en-US").farewells.stopped).toEqual(fill("Bye from Example Support."));
  expect(own("en-US").consentNeeded).toEqual(fill("Number?"));
  expect(own("en-US").farewells.emergency).toEqual(catalogFor("en-US").farewells.emergency);
  expect(() => withSentences({ "farewells.crisis": "Bye." })).toThrow(
    "words/en-US.json /sentences/farewells.crisis: is not a sentence of the skill that can be replaced",
  );
});
