import { expect, test } from "@jest/globals";
import { readCallFormFile } from "@skill-call/call-form/files";
import clinic from "./clinic.json" with { type: "json" };
import everyday from "./everyday.json" with { type: "json" };
import impatient from "./impatient.json" with { type: "json" };
import { type OpenMic, openMic } from "./open-mic.ts";

interface Dialogue {
  readonly in: string;
  readonly said: readonly string[];
  /** What the record holds; `null` where there is no call. */
  readonly called: Readonly<Record<string, string>> | null;
  /** What an answer has to tell, by what was said. */
  readonly hears?: Readonly<Record<string, string>>;
}

const clinicForm = readCallFormFile("../../examples/clinic/call-form.json");

const ofExampleSupport = [...impatient, ...everyday] as readonly Dialogue[];

const rows = [
  ...ofExampleSupport.map((each) => ["Example Support", each, undefined] as const),
  ...clinic.map((each: Dialogue) => ["the clinic", each, clinicForm] as const),
].map(([company, dialogue, form], index) => ({ company, dialogue, form, index }));

test.each(rows)(
  "a caller of $company gets through: $index, $dialogue.in, $dialogue.said",
  async ({ dialogue, form }) => {
    const mic = await openMic({ locale: dialogue.in, ...(form && { form }) });
    try {
      const { questions, closedBefore, answers } = await talk(mic, dialogue.said);
      expect(closedBefore).toEqual([]);
      for (const [said, told] of Object.entries(dialogue.hears ?? {}))
        expect(answers.get(said)).toContain(told);
      expect(questions.filter((each) => each.length > 1)).toEqual([]);
      expect(askedThreeTimes(questions.flat())).toEqual([]);
      expect(recorded(mic)).toEqual(dialogue.called);
    } finally {
      await mic.close();
    }
  },
);

/** Says it all; no session may close while something is left to say. */
async function talk(mic: OpenMic, said: readonly string[]) {
  const questions: (readonly string[])[] = [];
  const closedBefore: string[] = [];
  const answers = new Map<string, string>();
  let isOpen = true;
  for (const words of said) {
    if (!isOpen) closedBefore.push(words);
    const turn = await mic.say(words);
    isOpen = turn.sessionOpen;
    answers.set(words, turn.speech);
    questions.push(turn.speech.match(/[^.?!]*\?/g) ?? []);
  }
  return { questions, closedBefore, answers };
}

function askedThreeTimes(questions: readonly string[]): readonly string[] {
  const times = (question: string) => questions.filter((each) => each === question).length;
  return [...new Set(questions)].filter((question) => times(question) > 2);
}

function recorded({ called, skill }: OpenMic) {
  if (skill.started.length === 0) return null;
  const record: Readonly<Record<string, unknown>> = { ...called() };
  const { reason, ...rest } = record;
  const { id, text } = reason as { id: string; text?: string };
  const own = Object.entries(rest).filter(([name]) => !technical.includes(name));
  return { ...Object.fromEntries(own), reason: id, ...(text !== undefined && { text }) };
}

/** What stands in every record besides what the caller said. */
const technical = [
  "accountIdVerified",
  "callStarter",
  "callerNumber",
  "contextId",
  "createdAt",
  "expiresAt",
  "locale",
  "skillId",
  "status",
];
