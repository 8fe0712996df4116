import { expect, test } from "@jest/globals";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { everyQuestion, listenerAt, saySwallowed } from "./at-every-question.ts";
import { phrasesIn } from "./phrases.ts";
import { swallowing } from "./swallowed.ts";

const elsewhere = everyQuestion.filter(({ name }) => name !== "whether it is an emergency");

test.each(elsewhere)(
  "nothing that only sounds like an emergency is taken for one: $locale, asked for $name",
  async (place) => {
    const { locale, asked } = place;
    const listener = await listenerAt(place);
    const { farewells, emergencyQuestion } = catalogFor(locale);
    const forbidden = [farewells.emergency, farewells.crisis, emergencyQuestion.ask].map(
      ({ markup }) => spokenOf(markup),
    );
    const swallowed = swallowing(locale);
    const wrong: string[] = [];
    for (const phrase of phrasesIn(locale).harmless)
      for (const part of swallowed(phrase, asked)) {
        const { speech } = await listener.answerTo(saySwallowed(part));
        // "No es {accountId}" leaves "una emergencia" of what is none: that is asked about.
        if (part.left !== phrase && part.slot === "accountId") continue;
        if (forbidden.some((sentence) => speech.includes(sentence)))
          wrong.push(`"${phrase}" as ${part.slot} "${part.left}": ${speech}`);
      }
    expect(wrong).toEqual([]);
  },
);
