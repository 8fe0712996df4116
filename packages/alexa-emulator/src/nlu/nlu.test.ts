import { expect, test } from "@jest/globals";
import { anyCharacter } from "@skill-call/test-peers/any-character";
import fc from "fast-check";
import { hearing } from "../testing/hearing.ts";
import { pizzaModel } from "../testing/pizza-model.ts";
import { locales, skillPackageModel } from "../testing/skill-package-model.ts";
import { called, earsFor, leavesSkill } from "./ears.ts";
import type { AskedSlot } from "./nlu.ts";
import { utterance } from "./utterance.ts";

const pizza = earsFor(pizzaModel(), hearing("en-US"));

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
  expect(earsFor(model, hearing("en-US")).understand(utterance("order"))?.intent).toBe(
    "OrderIntent",
  );
});

/** Without an intent for what does not fit, and without a sample that is a bare slot. */
function withoutFallback() {
  const model = pizzaModel();
  const { languageModel } = model.interactionModel;
  const gone = ["SizeIntent", "AMAZON.FallbackIntent"];
  languageModel.intents = languageModel.intents.filter(({ name }) => !gone.includes(name));
  return model;
}

test("without a FallbackIntent nothing is understood that does not fit", () => {
  const model = withoutFallback();
  expect(earsFor(model, hearing("en-US")).understand(utterance("blah blah"))).toBeUndefined();
});

test("a request by name that nothing fits opens the skill where there is no FallbackIntent", () => {
  const model = withoutFallback();
  const ears = earsFor(model, hearing("en-US"));
  expect(called(utterance("ask anna's pizza to blah"), ears)).toEqual({ isAddressed: true });
});

test("a bare slot guesses where there is no FallbackIntent", () => {
  const model = pizzaModel();
  model.interactionModel.languageModel.intents.pop();
  const { understand } = earsFor(model, hearing("en-US"));
  expect(understand(utterance("huge"))).toMatchObject({
    intent: "SizeIntent",
    slots: { size: { value: "huge", certainty: "open" } },
  });
  expect(understand(utterance("I really do not know what to say"))).toBeUndefined();
});

/** A quiz, as Amazon's samples have it: answers are bare slots of built-in types. */
const quiz = earsFor(
  {
    interactionModel: {
      languageModel: {
        invocationName: "quiz",
        intents: [
          { name: "QuizIntent", samples: ["start a quiz", "maine"] },
          {
            name: "AnswerIntent",
            slots: [
              { name: "state", type: "AMAZON.US_STATE" },
              { name: "order", type: "AMAZON.Ordinal" },
              { name: "amount", type: "AMAZON.NUMBER" },
              { name: "when", type: "AMAZON.DATE" },
              { name: "howLong", type: "AMAZON.DURATION" },
              { name: "who", type: "AMAZON.FirstName" },
            ],
            samples: [
              ...["{state}", "the {order}", "{amount} percent", "on {when}", "for {howLong}"],
              ...["it is {who}"],
            ],
          },
          { name: "AMAZON.StopIntent", samples: [] },
          { name: "AMAZON.FallbackIntent", samples: [] },
        ],
      },
    },
  },
  hearing("en-US"),
);

test.each([
  ["Oregon", "AnswerIntent state=Oregon"],
  ["north carolina", "AnswerIntent state=north carolina"],
  ["Atlantis", "AnswerIntent state=Atlantis"],
  ["maine", "QuizIntent"],
  ["start a quiz", "QuizIntent"],
  ["stop", "AMAZON.StopIntent"],
  ["I have no idea at all what you mean", "AMAZON.FallbackIntent"],
  ["the second", "AnswerIntent order=2"],
  ["the twenty first", "AnswerIntent order=21"],
  ["the 3rd", "AnswerIntent order=3"],
  ["three point one four percent", "AnswerIntent amount=3.14"],
  ["2.50 percent", "AnswerIntent amount=2.5"],
  ["minus five percent", "AnswerIntent amount=-5"],
  ["on next monday", "AnswerIntent when=2015-11-30"],
  ["for two and a half hours", "AnswerIntent howLong=PT2H30M"],
  ["it is María del Carmen", "AnswerIntent who=María del Carmen"],
])("a quiz hears %j as %s", (text, expected) => {
  const found = quiz.understand(utterance(text));
  const slots = Object.entries(found?.slots ?? {}).map(([name, { value }]) => `${name}=${value}`);
  expect([found?.intent, ...slots].join(" ")).toBe(expected);
});

test("an exact sample beats the bare slot that Alexa has asked for", () => {
  const asked = { intent: "AnswerIntent", slot: "state" };
  expect(quiz.understand(utterance("maine"), asked)?.intent).toBe("QuizIntent");
  expect(quiz.understand(utterance("ohio"), asked)?.intent).toBe("AnswerIntent");
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
  const ours = earsFor(skillPackageModel("en-US"), hearing("en-US"));
  expect(leavesSkill(utterance("stop"), ours)).toBe(false);
  expect(leavesSkill(utterance("exit"), ours)).toBe(true);
});

test("a very long text is nothing that anybody said", () => {
  expect(heard(`search for ${"word ".repeat(100)}`)).toBe("AMAZON.FallbackIntent");
});

test.each(locales)("%s: any text is understood, and the same way each time", (locale) => {
  const ears = earsFor(skillPackageModel(locale), hearing(locale));
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
    fc.string({ unit: anyCharacter, maxLength: 200 }),
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
