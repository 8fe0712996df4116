import { describe, expect, test } from "@jest/globals";
import { hearing } from "../testing/hearing.ts";
import { type SkillLocale, skillPackageModel } from "../testing/skill-package-model.ts";
import { called, type Ears, earsFor } from "./ears.ts";
import type { Understanding } from "./nlu.ts";
import { utterance } from "./utterance.ts";

/** What an utterance means: the intent, then its slots; an id for what the model knows. */
type Meaning = readonly [intent: string, slots?: Readonly<Record<string, string>>];
type Row = readonly [text: string, ...Meaning];

function meaning(understanding: Understanding | undefined): Meaning {
  if (understanding === undefined) return ["nothing"];
  const slots = Object.entries(understanding.slots).map(([name, { value, resolutions }]) => [
    name,
    resolutions?.resolutionsPerAuthority[0]?.values?.[0]?.value.id ?? value,
  ]);
  return slots.length === 0
    ? [understanding.intent]
    : [understanding.intent, Object.fromEntries(slots)];
}

function earsOf(locale: SkillLocale): Ears {
  return earsFor(skillPackageModel(locale), hearing(locale));
}

function byName(locale: SkillLocale, rows: readonly Row[]): void {
  const ears = earsOf(locale);
  test.each(rows)("by name: %p", (text, ...expected) => {
    const byName = called(utterance(text), ears);
    const isLaunch = byName && !byName.request;
    expect(isLaunch ? ["launch"] : meaning(byName?.request)).toEqual(expected);
  });
}

function inSession(locale: SkillLocale, rows: readonly Row[]): void {
  const ears = earsOf(locale);
  test.each(rows)("in the session: %p", (text, ...expected) => {
    expect(meaning(ears.understand(utterance(text)))).toEqual(expected);
  });
}

function asked(locale: SkillLocale, slot: string, rows: readonly Row[]): void {
  const ears = earsOf(locale);
  test.each(rows)(`asked for ${slot}: %p`, (text, ...expected) => {
    expect(meaning(ears.understand(utterance(text), { intent: "CallIntent", slot }))).toEqual(
      expected,
    );
  });
}

const call = (slots: Record<string, string>): Meaning => ["CallIntent", slots];
const dontKnow: Meaning = ["DontKnowIntent"];
const fallback: Meaning = ["AMAZON.FallbackIntent"];

describe.each(["en-US", "en-CA"] as const)("%s", (locale) => {
  byName(locale, [
    ["open example support", "launch"],
    ["ask example support to call billing", ...call({ reason: "billing" })],
    ["ask example support to call about my order", ...call({ reason: "order-status" })],
    ["tell example support I have a problem with my bill", ...call({ reason: "billing" })],
    [
      "ask example support to call technical support for Anna",
      ...call({ reason: "technical-support", callerName: "Anna" }),
    ],
    [
      "ask example support to call sales for account A B one two",
      ...call({ reason: "sales", accountId: "ab12" }),
    ],
    ["ask example support for help", "AMAZON.HelpIntent"],
    ["call billing with example support", ...call({ reason: "billing" })],
    ["what is the weather", "nothing"],
  ]);
  inSession(locale, [
    ["make a call", "CallIntent"],
    ["I want to talk to someone", "CallIntent"],
    ["call billing", ...call({ reason: "billing" })],
    ["connect me to the billing department", ...call({ reason: "billing" })],
    ["I need help with something broken", ...call({ reason: "technical-support" })],
    ["it's about my delivery", ...call({ reason: "order-status" })],
    ["I'd like to talk to sales", ...call({ reason: "sales" })],
    ["call about something else", ...call({ reason: "other" })],
    ["call the pizza place", ...call({ reason: "the pizza place" })],
    ["call 911", ...call({ reason: "911" })],
    ["my name is Anna", ...call({ callerName: "Anna" })],
    ["this is Jean-Luc", ...call({ callerName: "Jean-Luc" })],
    ["my account is AB12", ...call({ accountId: "ab12" })],
    ["my account number is one two double three", ...call({ accountId: "1233" })],
    ["no, my account is AB13", ...call({ accountId: "ab13" })],
    ["no, my name is Hannah", ...call({ callerName: "Hannah" })],
    ["no, it's about sales", ...call({ reason: "sales" })],
    ["change my account number to C four", ...call({ accountId: "c4" })],
    [
      "my name is Anna and I'm calling about my bill",
      ...call({ callerName: "Anna", reason: "billing" }),
    ],
    [
      "my name is Anna, my account is AB12 and it's about my order",
      ...call({ callerName: "Anna", accountId: "ab12", reason: "order-status" }),
    ],
    ["I don't know it", ...dontKnow],
    ["cancel", "AMAZON.CancelIntent"],
    ["help", "AMAZON.HelpIntent"],
    ["stop", "AMAZON.StopIntent"],
    ["go home", "AMAZON.NavigateHomeIntent"],
    ["yes please", "AMAZON.YesIntent"],
    ["no thanks", "AMAZON.NoIntent"],
    ["say that again", "AMAZON.RepeatIntent"],
    ["start over", "AMAZON.StartOverIntent"],
    ["what time is it", ...fallback],
    ["my account is pizza", ...fallback],
    ["", ...fallback],
  ]);
  asked(locale, "callerName", [
    ["Anna", ...call({ callerName: "Anna" })],
    ["it's Anna", ...call({ callerName: "Anna" })],
    ["call me Anna", ...call({ callerName: "Anna" })],
    ["Mary Ann", ...call({ callerName: "Mary Ann" })],
    ["call billing", ...call({ reason: "billing" })],
    ["I don't know", ...dontKnow],
    ["repeat that", "AMAZON.RepeatIntent"],
  ]);
  asked(locale, "accountId", [
    ["AB12", ...call({ accountId: "ab12" })],
    ["A B one two", ...call({ accountId: "ab12" })],
    ["it's one two three", ...call({ accountId: "123" })],
    ["I don't know it", ...dontKnow],
    ["I don't have one", ...dontKnow],
    ["skip that", ...dontKnow],
    ["pizza", ...fallback],
    ["it's about billing", ...call({ reason: "billing" })],
  ]);
  asked(locale, "reason", [
    ["billing", ...call({ reason: "billing" })],
    ["it's my bill", ...call({ reason: "billing" })],
    ["tech support please", ...call({ reason: "technical-support" })],
    ["where my order is", ...call({ reason: "order-status" })],
    ["none of these", ...call({ reason: "other" })],
    ["pizza", ...call({ reason: "pizza" })],
    ["I'm not sure", ...dontKnow],
    ["my name is Anna", ...call({ callerName: "Anna" })],
  ]);
});

describe("es-US", () => {
  byName("es-US", [
    ["abre example support", "launch"],
    ["pídele a example support que llame a facturación", ...call({ reason: "billing" })],
    ["dile a example support que llame por mi pedido", ...call({ reason: "order-status" })],
    ["pídele a example support ayuda", "AMAZON.HelpIntent"],
    ["habla con example support sobre una compra", ...call({ reason: "sales" })],
    ["qué tiempo hace", "nothing"],
  ]);
  inSession("es-US", [
    ["quiero hacer una llamada", "CallIntent"],
    ["llama a facturación", ...call({ reason: "billing" })],
    ["comunícame con el departamento de ventas", ...call({ reason: "sales" })],
    ["necesito ayuda con algo que no funciona", ...call({ reason: "technical-support" })],
    ["es sobre mi entrega", ...call({ reason: "order-status" })],
    ["llama por otra cosa", ...call({ reason: "other" })],
    ["llama a la pizzería", ...call({ reason: "la pizzería" })],
    ["me llamo Ana", ...call({ callerName: "Ana" })],
    ["no, me llamo Ana", ...call({ callerName: "Ana" })],
    ["mi cuenta es AB12", ...call({ accountId: "ab12" })],
    ["no, mi número de cuenta es el A B uno tres", ...call({ accountId: "ab13" })],
    ["no, es sobre ventas", ...call({ newReason: "sales" })],
    [
      "me llamo Ana, mi cuenta es AB12 y es sobre mi pedido",
      ...call({ callerName: "Ana", accountId: "ab12", reason: "order-status" }),
    ],
    ["no lo sé", ...dontKnow],
    ["cancela", "AMAZON.CancelIntent"],
    ["ayuda", "AMAZON.HelpIntent"],
    ["detente", "AMAZON.StopIntent"],
    ["inicio", "AMAZON.NavigateHomeIntent"],
    ["sí", "AMAZON.YesIntent"],
    ["no, gracias", "AMAZON.NoIntent"],
    ["repítelo", "AMAZON.RepeatIntent"],
    ["empieza de nuevo", "AMAZON.StartOverIntent"],
    ["qué hora es", ...call({ reason: "hora es" })],
  ]);
  asked("es-US", "callerName", [
    ["Ana", ...call({ callerName: "Ana" })],
    ["llámame Ana", ...call({ callerName: "Ana" })],
    ["María José", ...call({ callerName: "María José" })],
  ]);
  asked("es-US", "accountId", [
    ["A B treinta y uno", ...call({ accountId: "ab31" })],
    ["es el uno dos tres", ...call({ accountId: "123" })],
    ["no tengo", ...dontKnow],
    ["no me acuerdo", ...dontKnow],
    ["pizza", ...fallback],
  ]);
  asked("es-US", "reason", [
    ["soporte técnico", ...call({ reason: "technical-support" })],
    ["es por mi factura", ...call({ reason: "billing" })],
    ["ninguno de esos", ...call({ reason: "other" })],
    ["pizza", ...call({ reason: "pizza" })],
  ]);
});

describe("fr-CA", () => {
  byName("fr-CA", [
    ["ouvre example support", "launch"],
    ["demande à example support d'appeler la facturation", ...call({ reason: "billing" })],
    ["demande à example support d'appeler pour ma commande", ...call({ reason: "order-status" })],
    ["dis à example support que je m'appelle Anne", ...call({ callerName: "Anne" })],
    ["demande à example support de l'aide", "AMAZON.HelpIntent"],
    ["appelle les ventes avec example support", ...call({ reason: "sales" })],
    ["quel temps fait-il", "nothing"],
  ]);
  inSession("fr-CA", [
    ["je veux faire un appel", "CallIntent"],
    ["appelle la facturation", ...call({ reason: "billing" })],
    ["je voudrais parler au soutien technique", ...call({ reason: "technical-support" })],
    ["parler aux ventes", ...call({ reason: "sales" })],
    ["j'appelle au sujet de ma livraison", ...call({ reason: "order-status" })],
    ["c'est au sujet d'autre chose", ...call({ reason: "other" })],
    ["appelle pour autre chose", ...call({ reason: "other" })],
    ["appelle la pizzeria", ...call({ reason: "pizzeria" })],
    ["je m'appelle Anne", ...call({ callerName: "Anne" })],
    ["non, je m'appelle Anne", ...call({ callerName: "Anne" })],
    ["mon compte est le AB12", ...call({ accountId: "ab12" })],
    ["non, mon numéro de compte est le A B un trois", ...call({ accountId: "ab13" })],
    ["non, c'est au sujet de ma facture", ...call({ reason: "billing" })],
    [
      "je m'appelle Anne, mon compte est le AB12 et c'est au sujet de ma commande",
      ...call({ callerName: "Anne", accountId: "ab12", reason: "order-status" }),
    ],
    ["je ne le connais pas", ...dontKnow],
    ["annule", "AMAZON.CancelIntent"],
    ["aide-moi", "AMAZON.HelpIntent"],
    ["arrête", "AMAZON.StopIntent"],
    ["accueil", "AMAZON.NavigateHomeIntent"],
    ["oui", "AMAZON.YesIntent"],
    ["non merci", "AMAZON.NoIntent"],
    ["répète", "AMAZON.RepeatIntent"],
    ["recommence", "AMAZON.StartOverIntent"],
    ["quelle heure est-il", ...fallback],
  ]);
  asked("fr-CA", "callerName", [
    ["Anne", ...call({ callerName: "Anne" })],
    ["c'est Jean-Luc", ...call({ callerName: "Jean-Luc" })],
    ["appelez-moi Anne", ...call({ callerName: "Anne" })],
  ]);
  asked("fr-CA", "accountId", [
    ["c'est le A B quatre-vingt-dix-neuf", ...call({ accountId: "ab99" })],
    ["un deux trois", ...call({ accountId: "123" })],
    ["je n'en ai pas", ...dontKnow],
    ["je sais pas", ...dontKnow],
    ["pizza", ...fallback],
  ]);
  asked("fr-CA", "reason", [
    ["les ventes", ...call({ reason: "sales" })],
    ["c'est pour ma facture", ...call({ reason: "billing" })],
    ["aucune de ces réponses", ...call({ reason: "other" })],
    ["pizza", ...call({ reason: "pizza" })],
  ]);
});
