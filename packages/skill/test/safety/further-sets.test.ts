import { expect, test } from "@jest/globals";
import { createDangerEar } from "../../src/safety/danger.ts";
import { english } from "../../src/safety/languages/en.ts";
import { spanish } from "../../src/safety/languages/es.ts";
import { french } from "../../src/safety/languages/fr.ts";
import { secondSet } from "./second-set.ts";
import { thirdSet } from "./third-set.ts";

const languages = ["en", "es", "fr"] as const;
const ears = {
  en: createDangerEar(english),
  es: createDangerEar(spanish),
  fr: createDangerEar(french),
};

interface Phrases {
  readonly emergency: readonly string[];
  readonly crisis: readonly string[];
  readonly doubtful?: readonly string[];
  readonly harmless: readonly string[];
  readonly denied?: readonly string[];
}

const sets: Readonly<Record<string, Readonly<Record<(typeof languages)[number], Phrases>>>> = {
  second: secondSet,
  third: thirdSet,
};

/** Every phrase of a kind, in both sets. */
function said(kind: keyof Phrases) {
  return Object.entries(sets).flatMap(([set, phrases]) =>
    languages.flatMap((language) =>
      (phrases[language][kind] ?? []).map((phrase) => [set, language, phrase] as const),
    ),
  );
}

test.each(said("emergency"))("%s set, %s: %j is an emergency", (_, language, phrase) => {
  expect(ears[language](phrase)?.danger).toBe("emergency");
});

test.each(said("crisis"))("%s set, %s: %j is a crisis", (_, language, phrase) => {
  expect(ears[language](phrase)).toEqual({ danger: "crisis", isSure: true });
});

test.each(said("doubtful"))("%s set, %s: %j is not passed over", (_, language, phrase) => {
  expect(ears[language](phrase)).toBeDefined();
});

test.each(said("harmless"))("%s set, %s: %j is harmless", (_, language, phrase) => {
  expect(ears[language](phrase)).toBeUndefined();
});

test.each(said("denied"))("%s set, %s: %j says that there is none", (_, language, phrase) => {
  expect(ears[language](phrase)).toBeUndefined();
});
