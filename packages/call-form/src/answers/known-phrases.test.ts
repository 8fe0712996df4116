import { expect, test } from "@jest/globals";
import { readCallFormFile } from "../files/index.ts";
import type { LanguageCode } from "../form/words.ts";
import { wordsFor } from "../form/words-for.ts";
import { isCallWish, isDontKnow, noNameIn, reasonInNameOf, valueIdOf } from "./known-phrases.ts";

const form = readCallFormFile("../../call-form.json");
const reason = form.fields.find(({ kind }) => kind === "reason") ?? form.fields[0];

function reasonOf(phrase: string, locale: string) {
  return reason && valueIdOf(phrase, reason, wordsFor(form, locale));
}

test.each<[locale: string, phrase: string, id: string]>([
  ["en-US", "billing", "billing"],
  ["en-US", "Billing.", "billing"],
  ["en-US", "my bill please", "billing"],
  ["en-CA", "um technical support", "technical-support"],
  ["en-CA", "it's not working", "technical-support"],
  ["es-US", "facturación", "billing"],
  ["es-US", "facturacion por favor", "billing"],
  ["es-US", "ventas", "sales"],
  ["fr-CA", "l'état de ma commande", "order-status"],
  ["fr-CA", "ETAT DE LA COMMANDE s'il vous plaît", "order-status"],
])("in %s, %j is a reason of the form", (locale, phrase, id) => {
  expect(reasonOf(phrase, locale)).toBe(id);
});

test.each(["my dog", "", "please", "bill collector"])(
  "%j is not a reason of the form",
  (phrase) => {
    expect(reasonOf(phrase, "en-US")).toBeUndefined();
  },
);

test.each<[language: LanguageCode, phrases: readonly string[]]>([
  [
    "en",
    [
      ...["human", "a person", "an agent please", "operator", "the operator", "a representative"],
      ...["talk to a person", "I'd like to speak to an agent", "get me a human", "um someone"],
      ...["call them", "make the call", "alexa get me an operator"],
      ...["stop asking me questions and call", "no more questions and just call them"],
    ],
  ],
  [
    "es",
    [
      ...["humano", "una persona", "un agente por favor", "operadora", "un representante"],
      ...["hablar con una persona", "quiero hablar con un agente", "pásame con alguien"],
      ...["mándame con una persona", "basta de preguntas y llama"],
      ...["llámalos", "haz la llamada", "comuníqueme con un operador"],
    ],
  ],
  [
    "fr",
    [
      ...["humain", "une personne", "un préposé", "préposée", "un agent s'il vous plaît"],
      ...[
        "parler à quelqu'un",
        "je veux parler à une vraie personne",
        "passez-moi un représentant",
      ],
      ...["appelle-les", "fais l'appel", "Je voudrais parler à un conseiller"],
    ],
  ],
])("in %s, who wishes for a person or the call is heard", (language, phrases) => {
  expect(phrases.filter((phrase) => !isCallWish(phrase, language))).toEqual([]);
});

test.each<[language: LanguageCode, names: readonly string[]]>([
  ["en", ["ana", "Bill", "alexa", "Noah", "noelle", "dick", "Hope", "Callie", "Mark", "Will"]],
  ["es", ["josé", "Noé", "Noemí", "Paz", "Ángel", "Alexa", "Concepción", "Sol"]],
  ["fr", ["hélène", "Noël", "Désiré", "Alexa", "Rose", "Christine", "Aimé", "Luc"]],
])("in %s, names are neither wishes nor refusals", (language, names) => {
  expect(names.filter((each) => isCallWish(each, language))).toEqual([]);
  expect(names.filter((each) => noNameIn(each, language) !== undefined)).toEqual([]);
});

test.each<[language: LanguageCode, refusals: readonly string[], noise: readonly string[]]>([
  [
    "en",
    ["no", "No thanks", "skip", "skip it please", "I don't know", "I'd rather not say"],
    ["what", "what?", "huh", "alexa stop", "stop", "yes", "oh shit", "what the hell", "hold on"],
  ],
  [
    "es",
    ["no", "no gracias", "no lo sé", "omitir por favor", "prefiero no decirlo"],
    ["qué", "¿Qué?", "cómo", "alexa para", "sí", "mierda", "vete al carajo", "espera"],
  ],
  [
    "fr",
    ["non", "non merci", "je sais pas", "passe", "j'aime mieux pas"],
    ["quoi", "hein", "alexa arrête", "oui", "tabarnak", "ostie de câlisse", "un moment"],
  ],
])("in %s, what is no name is told apart", (language, refusals, noise) => {
  expect(refusals.filter((each) => noNameIn(each, language) !== "refusal")).toEqual([]);
  expect(noise.filter((each) => noNameIn(each, language) !== "noise")).toEqual([]);
});

test("a reason that is a first name too is a name where a name is asked for", () => {
  const words = wordsFor(form, "en-US");
  expect(reason && reasonInNameOf("billing", reason, words)).toBe("billing");
  expect(reason && reasonInNameOf("my bill", reason, words)).toBe("billing");
  expect(reason && reasonInNameOf("Bill", reason, words)).toBeUndefined();
});

test.each<[locale: string, phrases: readonly string[]]>([
  [
    "en-US",
    [
      ...["I don't know", "no I don't have that handy", "I'm afraid I don't have it with me"],
      ...["I don't have an account yet", "sorry, no idea", "I'd rather not say", "I don't care"],
      ...["I don't have one right now", "um it doesn't matter"],
    ],
  ],
  ["es-US", ["no sé", "la verdad no lo tengo a la mano", "no tengo número todavía", "me da igual"]],
  ["fr-CA", ["je sais pas", "non j'ai pas ça sur moi", "peu importe", "j'en ai pas encore"]],
])("in %s, who has no answer is understood", (locale, phrases) => {
  const words = wordsFor(form, locale);
  expect(phrases.filter((phrase) => !isDontKnow(phrase, words))).toEqual([]);
});

test.each<[locale: string, phrases: readonly string[]]>([
  [
    "en-US",
    ["no", "here", "Noah", "my account is 1 2", "I have it with me", "I don't have internet"],
  ],
  ["es-US", ["no", "aquí", "tengo mi cuenta", "no tengo internet"]],
  ["fr-CA", ["non", "ici", "encore", "j'ai pas d'internet"]],
])("in %s, an answer is none of these", (locale, phrases) => {
  const words = wordsFor(form, locale);
  expect(phrases.filter((phrase) => isDontKnow(phrase, words))).toEqual([]);
});
