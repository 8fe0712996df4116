import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { openMic } from "./open-mic.ts";
import { recordInWords } from "./record-in-words.ts";
import { readTranscripts } from "./transcripts.ts";

const transcripts = readTranscripts(readFileSync("../../docs/conversation.md", "utf8"));

test("every kind of dialogue stands in every locale", () => {
  const locales = (title: string) =>
    new Set(transcripts.filter((each) => each.title === title).map(({ locale }) => locale));
  const titles = [...new Set(transcripts.map(({ title }) => title))];
  expect(titles.length).toBeGreaterThan(20);
  expect(titles.filter((title) => locales(title).size !== 4)).toEqual([]);
});

test.each(transcripts.map((each) => [each.locale, each.title, each] as const))(
  "in %s, the conversation goes as it is written: %s",
  async (locale, _title, { turns, record }) => {
    const mic = await openMic({ locale });
    try {
      const heard: (readonly [string, string])[] = [];
      for (const [caller] of turns) heard.push([caller, (await mic.say(caller)).speech]);
      expect(heard).toEqual(turns);
      expect(recordInWords(mic.called())).toBe(record);
    } finally {
      await mic.close();
    }
  },
);
