import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { languageOf } from "../languages/language-of.ts";
import { readInvocation } from "./invocation.ts";
import { spoken, utterance } from "./utterance.ts";

/** The ways to read the request; undefined where the skill is not called. */
function requests(text: string, locale = "en-US", name = "example support"): string[] | undefined {
  const { invocation } = languageOf(locale);
  return readInvocation(utterance(text), name, invocation)?.requests.map(spoken);
}

test.each([
  ["open example support", "en-US"],
  ["Alexa, open Example Support.", "en-US"],
  ["launch example support", "en-CA"],
  ["please start the example support", "en-US"],
  ["can you open example support please", "en-US"],
  ["talk to example support", "en-US"],
  ["ask example support", "en-US"],
  ["example support", "en-US"],
  ["abre example support", "es-US"],
  ["Alexa, por favor abre example support", "es-US"],
  ["quiero hablar con example support", "es-US"],
  ["ouvre example support", "fr-CA"],
  ["Alexa, démarre example support s'il te plaît", "fr-CA"],
  ["je veux parler à example support", "fr-CA"],
  ["Alexa, öffne Example Support", "de-DE"],
  ["starte bitte example support", "de-DE"],
  ["Alexa, apri example support", "it-IT"],
  ["per favore avvia example support", "it-IT"],
  ["Alexa, abra example support", "pt-BR"],
  ["abrir o example support", "pt-BR"],
])("%p opens the skill in %s", (text, locale) => {
  expect(requests(text, locale)).toEqual([]);
});

test.each([
  ["ask example support to call billing", "en-US", ["to call billing", "call billing"]],
  ["tell example support my name is Anna", "en-US", ["my name is Anna"]],
  ["ask example support about my order", "en-US", ["about my order", "my order"]],
  ["open example support and call sales", "en-US", ["and call sales", "call sales"]],
  ["call billing with example support", "en-US", ["call billing"]],
  ["search for shoes on example support", "en-US", ["search for shoes"]],
  ["search example support for shoes", "en-US", ["for shoes", "shoes"]],
  ["get me a fact from example support", "en-US", ["get me a fact"]],
  ["roll a die by asking example support", "en-US", ["roll a die"]],
  ["please ask example support for billing please", "en-US", ["for billing", "billing"]],
  [
    "pídele a example support que llame a ventas",
    "es-US",
    ["que llame a ventas", "llame a ventas"],
  ],
  ["dile a example support que soy Ana", "es-US", ["que soy Ana", "soy Ana"]],
  ["llama a ventas con example support", "es-US", ["llama a ventas"]],
  [
    "demande à example support d'appeler les ventes",
    "fr-CA",
    ["d'appeler les ventes", "appeler les ventes"],
  ],
  [
    "dis à example support que je m'appelle Anne",
    "fr-CA",
    ["que je m'appelle Anne", "je m'appelle Anne"],
  ],
  ["appelle les ventes avec example support", "fr-CA", ["appelle les ventes"]],
  ["frage example support nach der Rechnung", "de-DE", ["nach der Rechnung", "der Rechnung"]],
  ["sag example support dass ich Anna bin", "de-DE", ["dass ich Anna bin", "ich Anna bin"]],
  [
    "chiedi a example support di chiamare le vendite",
    "it-IT",
    ["di chiamare le vendite", "chiamare le vendite"],
  ],
  ["peça para example support ligar", "pt-BR", ["ligar"]],
])("%p asks the skill in %s", (text, locale, expected) => {
  expect(requests(text, locale)).toEqual(expected);
});

test.each([
  "call billing",
  "open something else",
  "what is example support",
  "example support call billing",
  "my name is example support and more",
  "",
])("%p does not call the skill", (text) => {
  expect(requests(text)).toBeUndefined();
});

test("an invocation name may hold an apostrophe", () => {
  expect(requests("open Anna's Pizza", "en-US", "anna's pizza")).toEqual([]);
});

test("any text is read, and the same way each time", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      (before, after) => {
        const text = `${before} example support ${after}`;
        expect(requests(text)).toEqual(requests(text));
      },
    ),
  );
});

test.each([
  ["open high low game", []],
  ["ask high low game for five", ["for five", "five"]],
  ["play a round with high low game", ["play a round"]],
  ["open the high low game", []],
])("a name of three words: %p", (text, expected) => {
  expect(requests(text, "en-US", "high low game")).toEqual(expected);
});
