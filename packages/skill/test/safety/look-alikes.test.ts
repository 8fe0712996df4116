import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { intent } from "../alexa-session.ts";
import {
  everyNth,
  everyQuestion,
  inDoubt,
  listenerAt,
  type PlaceInConversation,
  saySwallowed,
} from "./at-every-question.ts";
import { languageOf, phrasesIn } from "./phrases.ts";
import { swallowing } from "./swallowed.ts";
import { thirdSet } from "./third-set.ts";

const elsewhere = everyQuestion.filter(({ name }) => name !== inDoubt);

function lookAlikesAt({ locale, asked }: PlaceInConversation) {
  const swallowed = swallowing(locale);
  return phrasesIn(locale).harmless.flatMap((phrase) =>
    swallowed(phrase, asked).map((part) => ({ ...part, phrase })),
  );
}

/** What nobody may hear who has not spoken of danger. */
function alarmsIn(locale: string): readonly string[] {
  const { farewells, emergencyQuestion } = catalogFor(locale);
  const alarms = [farewells.emergency, farewells.crisis, emergencyQuestion.ask];
  return alarms.map(({ markup }) => spokenOf(markup));
}

test.each(elsewhere)(
  "nothing that only sounds like an emergency is taken for one: $locale, asked for $name",
  async (place) => {
    const listener = await listenerAt(place);
    const lookAlikes = lookAlikesAt(place);
    expect(lookAlikes.filter((each) => listener.dangerIn(each) !== undefined)).toEqual([]);
    expect(lookAlikes.length).toBeGreaterThan(300);
  },
);

test.each(elsewhere)(
  "who says it hears nothing of an emergency: $locale, asked for $name",
  async (place) => {
    const listener = await listenerAt(place);
    const alarms = alarmsIn(place.locale);
    for (const each of everyNth(lookAlikesAt(place), 29)) {
      const { speech } = await listener.answerTo(saySwallowed(each));
      expect([each, alarms.filter((alarm) => speech.includes(alarm))]).toEqual([each, []]);
    }
  },
);

test.each(everyQuestion)(
  "whoever denies it is not sent to 911, whatever sample swallows the denial: $locale, asked for $name",
  async (place) => {
    const { locale, asked } = place;
    const listener = await listenerAt(place);
    const swallowed = swallowing(locale);
    const { denied } = thirdSet[languageOf(locale)];
    const parts = [...phrasesIn(locale).denied, ...denied].flatMap((phrase) =>
      swallowed(phrase, asked).map((part) => ({ ...part, phrase })),
    );
    expect(parts.filter((part) => listener.dangerIn(part)?.isSure)).toEqual([]);
    expect(parts.length).toBeGreaterThan(100);
  },
);

test.each(elsewhere)(
  "who says that it is no emergency hears the number, and the question again: $locale, asked for $name",
  async (place) => {
    const { locale } = place;
    const listener = await listenerAt(place);
    const { speech, ends } = await listener.answerTo(intent("NoEmergencyIntent"));
    const { markup } = catalogFor(locale).remark("no-emergency");
    expect([speech.startsWith(spokenOf(markup)), speech.includes("?"), ends]).toEqual([
      true,
      true,
      false,
    ]);
    expect(alarmsIn(locale).filter((alarm) => speech.includes(alarm))).toEqual([]);
  },
);
