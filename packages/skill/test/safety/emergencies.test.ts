import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { intent } from "../alexa-session.ts";
import {
  type Answer,
  everyNth,
  everyQuestion,
  inDoubt,
  listenerAt,
  type PlaceInConversation,
  saySwallowed,
} from "./at-every-question.ts";
import { emergenciesIn, phrasesIn } from "./phrases.ts";
import { type Swallowed, swallowing } from "./swallowed.ts";

/** A call for help, and what a sample makes of it. */
interface Call extends Swallowed {
  readonly phrase: string;
  readonly danger: "emergency" | "crisis";
}

function callsAt({ locale, asked }: PlaceInConversation): readonly Call[] {
  const swallowed = swallowing(locale);
  const calls = [
    ...emergenciesIn(locale).map((phrase) => ({ phrase, danger: "emergency" as const })),
    ...phrasesIn(locale).crisis.map((phrase) => ({ phrase, danger: "crisis" as const })),
  ];
  return calls.flatMap((call) =>
    swallowed(call.phrase, asked).map((part) => ({ ...call, ...part })),
  );
}

test.each(everyQuestion)(
  "every call for help is heard, whatever sample swallows it: $locale, asked for $name",
  async (place) => {
    const listener = await listenerAt(place);
    const calls = callsAt(place);
    const wrong = calls.filter((call) => {
      const heard = listener.dangerIn(call);
      // Who is asked whether there is an emergency and says something like it again has answered.
      const isClear = heard?.isSure || mayBeAnswer(call) || place.name === inDoubt;
      return heard?.danger !== call.danger || !isClear;
    });
    expect(wrong).toEqual([]);
    expect(calls.length).toBeGreaterThan(700);
  },
);

test.each(everyQuestion)(
  "a call for help ends the session with its number: $locale, asked for $name",
  async (place) => {
    const { locale } = place;
    const listener = await listenerAt(place);
    const { farewells } = catalogFor(locale);
    const wrong: string[] = [];
    for (const call of everyNth(callsAt(place), 29)) {
      const answer = await listener.answerTo(saySwallowed(call));
      const isRight = isFarewell(answer, spokenOf(farewells[call.danger].markup));
      if (!isRight && !(mayBeAnswer(call) && isQuestion(answer, locale)))
        wrong.push(`"${call.phrase}" as ${call.slot} "${call.left}": ${answer.speech}`);
    }
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
