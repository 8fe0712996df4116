import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { pizzaModel } from "../testing/pizza-model.ts";
import { locales, skillPackageModel } from "../testing/skill-package-model.ts";
import { called, earsFor, leavesSkill } from "./ears.ts";
import type { AskedSlot } from "./nlu.ts";
import { utterance } from "./utterance.ts";

const pizza = earsFor(pizzaModel(), "en-US", "skill");

function heard(text: string, slot?: string): string {
  const asked: AskedSlot | undefined = slot ? { intent: "OrderIntent", slot } : undefined;
  const found = pizza.understand(utterance(text), asked);
  const slots = Object.entries(found?.slots ?? {}).map(([name, { value }]) => `${name}=${value}`);
  return [found?.intent, ...slots.sort()].join(" ");
}

test.each([
  ["order", "OrderIntent"],
  ["order a large pizza", "OrderIntent size=large"],
  ["order a family size pizza", "OrderIntent size=family size"],
  ["order two little pizzas", "OrderIntent count=2 size=little"],
  ["Order twenty one large pizzas!", "OrderIntent count=21 size=large"],
  ["order a huge pizza", "OrderIntent size=huge"],
  ["order a large pizza for Anna", "OrderIntent guest=Anna size=large"],
  ["large pizza", "OrderIntent size=large"],
  ["Anna's order", "OrderIntent guest=Anna"],
  ["large", "SizeIntent size=large"],
  ["search for a small place near me", "SearchIntent query=a small place near me"],
  ["track A B double seven", "TrackIntent code=ab77"],
])("%p is %p", (text, expected) => {
  expect(heard(text)).toBe(expected);
});

test("the exact words of a built-in intent win", () => {
  expect(heard("help me")).toBe("AMAZON.HelpIntent");
});

test("samples of the model extend a built-in intent", () => {
  expect(heard("how does this work")).toBe("AMAZON.HelpIntent");
  expect(heard("of course")).toBe("AMAZON.YesIntent");
});

test("a built-in intent that the model does not declare is never understood", () => {
  expect(heard("repeat that")).toBe("AMAZON.FallbackIntent");
});

test("a sample of slots alone takes no words that nobody knows", () => {
  expect(heard("gigantic")).toBe("AMAZON.FallbackIntent");
});

test("a number slot takes nothing but numbers", () => {
  expect(heard("order many large pizzas")).toBe("AMAZON.FallbackIntent");
});

test.each([
  ["size", "large", "OrderIntent size=large"],
  ["size", "gigantic", "OrderIntent size=gigantic"],
  ["size", "a large one", "OrderIntent size=large"],
  ["size", "order two large pizzas", "OrderIntent count=2 size=large"],
  ["count", "three", "OrderIntent count=3"],
  ["count", "three of them", "OrderIntent count=3"],
  ["count", "zero zero seven", "OrderIntent count=7"],
  ["count", "many", "AMAZON.FallbackIntent"],
  ["guest", "Anna", "OrderIntent guest=Anna"],
  ["guest", "large", "OrderIntent guest=large"],
  ["guest", "agent 7", "AMAZON.FallbackIntent"],
  ["guest", "cancel", "AMAZON.CancelIntent"],
])("asked for %s, %p is %p", (slot, text, expected) => {
  expect(heard(text, slot)).toBe(expected);
});

test("a slot's samples count only while Alexa asks for it", () => {
  expect(heard("a large one")).toBe("AMAZON.FallbackIntent");
  expect(heard("a large one", "count")).toBe("AMAZON.FallbackIntent");
});

test("of two samples that fit equally the first in the model is taken", () => {
  const model = pizzaModel();
  const { intents } = model.interactionModel.languageModel;
  intents.push({ name: "SecondIntent", slots: [], samples: ["order"] });
  expect(earsFor(model, "en-US", "skill").understand(utterance("order"))?.intent).toBe(
    "OrderIntent",
  );
});

test("without a FallbackIntent nothing is understood that does not fit", () => {
  const model = pizzaModel();
  model.interactionModel.languageModel.intents.pop();
  expect(earsFor(model, "en-US", "skill").understand(utterance("blah blah"))).toBeUndefined();
});

test("a request by name that nothing fits opens the skill where there is no FallbackIntent", () => {
  const model = pizzaModel();
  model.interactionModel.languageModel.intents.pop();
  const ears = earsFor(model, "en-US", "skill");
  expect(called(utterance("ask anna's pizza to blah"), ears)).toEqual({ isAddressed: true });
});

test("a value without an id gets the MD5 of its name", () => {
  const size = pizza.understand(utterance("extra large"))?.slots.size;
  expect(size?.resolutions).toEqual({
    resolutionsPerAuthority: [
      {
        authority: "amzn1.er-authority.echo-sdk.skill.Size",
        status: { code: "ER_SUCCESS_MATCH" },
        values: [{ value: { name: "extra large", id: "f8173a6e234cea0d340f0ed02595b507" } }],
      },
    ],
  });
});

test("words that no value knows resolve to ER_SUCCESS_NO_MATCH", () => {
  const size = pizza.understand(utterance("order a huge pizza"))?.slots.size;
  expect(size?.resolutions).toEqual({
    resolutionsPerAuthority: [
      {
        authority: "amzn1.er-authority.echo-sdk.skill.Size",
        status: { code: "ER_SUCCESS_NO_MATCH" },
      },
    ],
  });
});

test("a slot type without values has no resolutions", () => {
  const guest = pizza.understand(utterance("order a large pizza for Anna"))?.slots.guest;
  expect(guest).toEqual({ value: "Anna", certainty: "typed" });
});

test.each([
  ["exit", true],
  ["quit", true],
  ["stop", true],
  ["help", false],
  ["large", false],
])("%p leaves the skill: %p", (text, expected) => {
  expect(leavesSkill(utterance(text), pizza)).toBe(expected);
});

test("stop is the skill's own where it declares AMAZON.StopIntent", () => {
  const ours = earsFor(skillPackageModel("en-US"), "en-US", "skill");
  expect(leavesSkill(utterance("stop"), ours)).toBe(false);
  expect(leavesSkill(utterance("exit"), ours)).toBe(true);
});

test("a very long text is nothing that anybody said", () => {
  expect(heard(`search for ${"word ".repeat(100)}`)).toBe("AMAZON.FallbackIntent");
});

test.each(locales)("%s: any text is understood, and the same way each time", (locale) => {
  const ears = earsFor(skillPackageModel(locale), locale, "skill");
  const words = fc.constantFrom(
    ...["call", "my", "account", "is", "billing", "for", "one", "double", "a", "AB12", "and"],
    ...[
      "llama",
      "a",
      "treinta",
      "y",
      "uno",
      "appelle",
      "d'",
      "quatre",
      "vingt",
      "et",
      "it's",
      "no",
    ],
    ...["constructor", "__proto__", "toString", "{reason}", "ß", "é", "😀", ".", "'"],
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(words, { maxLength: 25 }).map((list) => list.join(" ")),
  );
  const slot = fc.constantFrom("callerName", "accountId", "reason", undefined);
  fc.assert(
    fc.property(text, slot, (said, askedSlot) => {
      const asked = askedSlot ? { intent: "CallIntent", slot: askedSlot } : undefined;
      const first = ears.understand(utterance(said), asked);
      expect(first).toBeDefined();
      expect(ears.understand(utterance(said), asked)).toEqual(first);
      expect(called(utterance(said), ears)).toEqual(called(utterance(said), ears));
    }),
    { numRuns: 150 },
  );
});
