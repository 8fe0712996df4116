import { expect, test } from "@jest/globals";
import type { LanguageCode } from "../form/words.ts";
import { nameIn, nameToldIn } from "./name-in.ts";

test.each<[language: LanguageCode, phrase: string, name: string]>([
  ["en", "my name's john smith and", "john smith"],
  ["en", "good morning this is Mary Ann", "Mary Ann"],
  ["en", "siobhan eh", "siobhan"],
  ["en", "it's for my son leo", "leo"],
  ["en", "soy elena", "elena"],
  ["en", "je m'appelle luc", "luc"],
  ["es", "my name is danny", "danny"],
  ["es", "es para mi hija inés", "inés"],
  ["fr", "this is kevin", "kevin"],
  ["fr", "c'est pour ma fille zoé", "zoé"],
  ["fr", "moi c'est luc", "luc"],
])("in %s, %j is the name %j", (language, phrase, name) => {
  expect(nameIn(phrase, language)).toBe(name);
});

test.each<[language: LanguageCode, phrase: string, name: string | undefined]>([
  ["en", "hi this is sarah my account is 5 5 5 1 2 and my internet is down", "sarah"],
  [
    "en",
    "oh hi alexa well my name is Gloria and I'm calling because my package never came",
    "Gloria",
  ],
  ["en", "the name is mary sue", "mary sue"],
  ["en", "i'm grace and i was charged twice", "grace"],
  ["en", "i'm calling about my bill", undefined],
  ["en", "i'm having trouble with my internet", undefined],
  ["en", "i'm locked out", undefined],
  ["en", "this is about my bill", undefined],
  ["en", "this is ridiculous because i already called", undefined],
  ["en", "my internet is down", undefined],
  ["es", "buenas tardes soy Remedios y me cobraron de más", "Remedios"],
  ["es", "me llamo ángel tengo un problema con mi internet", "ángel"],
  ["es", "llamo por mi factura", undefined],
  ["fr", "moi c'est Luc pis mon internet marche pas", "Luc"],
  ["fr", "bonjour je m'appelle marie-ève et j'appelle pour ma facture", "marie-ève"],
  ["fr", "je suis sans internet", undefined],
  ["fr", "c'est pour une plainte", undefined],
])("in %s, %j tells the name %j", (language, phrase, name) => {
  expect(nameToldIn(phrase, language)).toBe(name);
});
