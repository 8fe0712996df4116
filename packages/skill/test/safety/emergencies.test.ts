import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { intent } from "../alexa-session.ts";
import { type Answer, everyQuestion, listenerAt, saySwallowed } from "./at-every-question.ts";
import { emergenciesIn, phrasesIn } from "./phrases.ts";
import { type Swallowed, swallowing } from "./swallowed.ts";

test.each(everyQuestion)(
  "every call for help ends the session with its number: $locale, asked for $name",
  async (place) => {
    const { locale, asked } = place;
    const listener = await listenerAt(place);
    const { farewells } = catalogFor(locale);
    const swallowed = swallowing(locale);
    const wrong: string[] = [];
    const check = async (phrase: string, farewell: "emergency" | "crisis") => {
      for (const part of swallowed(phrase, asked)) {
        const answer = await listener.answerTo(saySwallowed(part));
        const isRight = isFarewell(answer, spokenOf(farewells[farewell].markup));
        if (!isRight && !(mayBeAnswer(part) && isQuestion(answer, locale)))
          wrong.push(`"${phrase}" as ${part.slot} "${part.left}": ${answer.speech}`);
      }
    };
    for (const phrase of emergenciesIn(locale)) await check(phrase, "emergency");
    for (const phrase of phrasesIn(locale).crisis) await check(phrase, "crisis");
    expect(wrong).toEqual([]);
    expect(listener.started).toEqual([]);
    expect(listener.store.records.size).toBe(0);
  },
);

test.each(everyQuestion)(
  "the models' intents end the session with their number: $locale, asked for $name",
  async (place) => {
    const listener = await listenerAt(place);
    const { farewells } = catalogFor(place.locale);
    for (const [name, farewell] of [
      ["EmergencyIntent", farewells.emergency],
      ["CrisisIntent", farewells.crisis],
    ] as const) {
      const answer = await listener.answerTo(intent(name));
      expect(answer).toEqual({ speech: spokenOf(farewell.markup), ends: true, attributes: {} });
    }
    expect(listener.store.records.size).toBe(0);
  },
);

function isFarewell({ speech, ends, attributes }: Answer, farewell: string): boolean {
  return ends && speech === farewell && Object.keys(attributes).length === 0;
}

function isQuestion({ speech, ends }: Answer, locale: string): boolean {
  return !ends && speech === spokenOf(catalogFor(locale).emergencyQuestion.ask.markup);
}

/** One word, or two, in place of an account ID are asked about; and Socorro is a name, too. */
function mayBeAnswer({ slot, left }: Swallowed): boolean {
  if (slot === "accountId") return left.split(/[\s'-]/).length <= 2;
  return slot === "callerName" && ["socorro", "auxilio"].includes(left);
}
