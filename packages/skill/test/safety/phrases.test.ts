import { expect, test } from "@jest/globals";
import { createDangerEar, type DangerEar } from "../../src/safety/danger.ts";
import { emergencyKinds } from "../../src/safety/safety-grammar.ts";
import { tellingIndexOf } from "../../src/safety/telling-index.ts";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { phrasesIn } from "./phrases.ts";

/** The ear of the built Lambda: its index comes as JSON. */
function builtEar(locale: string): DangerEar {
  const { safety } = catalogFor(locale);
  return createDangerEar(safety, JSON.parse(JSON.stringify(tellingIndexOf(safety))));
}

const languages = ["en-US", "es-US", "fr-CA"].map((locale) => ({
  locale,
  phrases: phrasesIn(locale),
  ear: builtEar(locale),
}));

test.each(languages)("there are enough phrases in $locale, of every kind", ({ phrases }) => {
  expect(Object.keys(phrases.emergency)).toEqual([...emergencyKinds]);
  const clear = [...Object.values(phrases.emergency).flat(), ...phrases.crisis];
  expect(clear.length).toBeGreaterThan(120);
  expect(phrases.harmless.length).toBeGreaterThan(60);
  expect(phrases.denied.length).toBeGreaterThan(25);
  expect(Math.min(...Object.values(phrases.emergency).map(({ length }) => length))).toBeGreaterThan(
    2,
  );
});

test.each(languages)("no phrase of $locale stands twice", ({ phrases }) => {
  const { emergency, crisis, doubtful, harmless, denied } = phrases;
  const all = [
    ...Object.values(emergency).flat(),
    ...[...crisis, ...doubtful, ...harmless, ...denied],
  ];
  expect(all.filter((phrase, index) => all.indexOf(phrase) !== index)).toEqual([]);
});

const surely = (danger: string) => ({ danger, isSure: true });

test.each(languages)("every phrase of $locale is heard as what it is", ({ phrases, ear }) => {
  const heardAs = (expected: unknown, those: readonly string[]) =>
    those
      .map((phrase) => [phrase, ear(phrase)])
      .filter(([, heard]) => {
        return JSON.stringify(heard) !== JSON.stringify(expected);
      });
  expect(heardAs(surely("emergency"), Object.values(phrases.emergency).flat())).toEqual([]);
  expect(heardAs(surely("crisis"), phrases.crisis)).toEqual([]);
  expect(heardAs(undefined, phrases.harmless)).toEqual([]);
  expect(heardAs(undefined, phrases.denied)).toEqual([]);
  expect(phrases.doubtful.filter((phrase) => ear(phrase)?.isSure !== false)).toEqual([]);
});

/** "cant" and "im", as they may be written down. */
function inOneWord(phrase: string): string {
  const contractions = /n't\b|\b(i|he|she|it|there|someone|somebody)'(m|ve|s)\b/g;
  return phrase.replace(contractions, (contraction) => contraction.replace("'", ""));
}

const ways: readonly (readonly [string, (phrase: string, please: string) => string])[] = [
  ["in capitals", (phrase) => phrase.toUpperCase()],
  ["without accents", (phrase) => phrase.normalize("NFD").replace(/\p{M}/gu, "")],
  ["with decomposed accents", (phrase) => phrase.normalize("NFD")],
  ["with contractions in one word", inOneWord],
  ["with typographic apostrophes", (phrase) => phrase.replaceAll("'", "’")],
  ["with punctuation", (phrase) => `${phrase}!!!`],
  ["with spaces around", (phrase) => `  ${phrase.replaceAll(" ", "  ")} `],
  ["politely", (phrase, please) => `${phrase}, ${please}`],
  ["with Alexa's name", (phrase, please) => `Alexa, ${please}, ${phrase}`],
];

test.each(languages.flatMap((language) => ways.map(([way, put]) => ({ ...language, way, put }))))(
  "every phrase of $locale is heard $way, too",
  ({ locale, phrases, ear, put }) => {
    const please = { "en-US": "please", "es-US": "por favor", "fr-CA": "s'il vous plaît" }[locale];
    const clear = [...Object.values(phrases.emergency).flat(), ...phrases.crisis];
    expect(clear.filter((phrase) => !ear(put(phrase, please ?? ""))?.isSure)).toEqual([]);
  },
);

test.each([
  ["en-US", ["911", "9 1 1", "9-1-1", "9.1.1", "nine one one", "nine-one-one", "nine eleven"]],
  ["es-US", ["911", "9 1 1", "nueve uno uno", "nueve once", "el 911"]],
  ["fr-CA", ["911", "9-1-1", "neuf un un", "neuf onze", "le 911"]],
])("the number is heard in every spelling in %s", (locale, spellings) => {
  const ear = createDangerEar(catalogFor(locale).safety);
  expect(spellings.map((spelling) => ear(spelling))).toEqual(
    spellings.map(() => surely("emergency")),
  );
});

test("a phrase among words that nobody expected is asked about", () => {
  const ear = createDangerEar(catalogFor("en-US").safety);
  expect(ear("my dog says there is a fire in the oven of aunt petunia")).toEqual({
    danger: "emergency",
    isSure: false,
  });
});
