import { expect, test } from "@jest/globals";
import { createDangerEar } from "../../src/safety/danger.ts";
import { english } from "../../src/safety/languages/en.ts";
import { spanish } from "../../src/safety/languages/es.ts";
import { french } from "../../src/safety/languages/fr.ts";
import { secondSet } from "./second-set.ts";

const ears = {
  en: createDangerEar(english),
  es: createDangerEar(spanish),
  fr: createDangerEar(french),
};

const languages = ["en", "es", "fr"] as const;
const said = (kind: "emergency" | "crisis" | "harmless") =>
  languages.flatMap((language) =>
    secondSet[language][kind].map((phrase) => [language, phrase] as const),
  );

test.each(said("emergency"))("%s: %j is an emergency", (language, phrase) => {
  expect(ears[language](phrase)?.danger).toBe("emergency");
});

test.each(said("crisis"))("%s: %j is a crisis", (language, phrase) => {
  expect(ears[language](phrase)).toEqual({ danger: "crisis", isSure: true });
});

test.each(said("harmless"))("%s: %j is harmless", (language, phrase) => {
  expect(ears[language](phrase)).toBeUndefined();
});
