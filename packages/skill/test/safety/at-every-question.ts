import { spokenOf } from "../../src/testing/spoken-of.ts";
import { AlexaSession, confirm, deny, launch, type Move, resumed, say } from "../alexa-session.ts";
import { type SkillUnderTest, skillUnderTest } from "../skill-under-test.ts";
import { locales } from "./phrases.ts";
import type { Swallowed } from "./swallowed.ts";

const complete = say({ callerName: "ana", accountId: "AB12", reason: ["billing", "billing"] });
/** "Smoke", in three languages: perhaps an emergency. */
const doubtful = { en: "smoke", es: "humo", fr: "fumée" };

export interface PlaceInConversation {
  readonly locale: string;
  readonly name: string;
  /** The slot that Alexa listens for. */
  readonly asked?: string;
  readonly moves: readonly Move[];
}

/** Every question at which a caller can be, in every locale. */
export const everyQuestion: readonly PlaceInConversation[] = locales.flatMap((locale) => {
  const language = locale.slice(0, 2) as keyof typeof doubtful;
  return [
    { name: "nothing yet", moves: [] },
    { name: "the name", asked: "callerName", moves: [launch] },
    { name: "the account ID", asked: "accountId", moves: [launch, say({ callerName: "ana" })] },
    {
      name: "the reason",
      asked: "reason",
      moves: [launch, say({ callerName: "ana", accountId: "AB12" })],
    },
    { name: "the word to call", moves: [complete] },
    { name: "what to change", moves: [complete, deny] },
    { name: "consent", moves: [complete, confirm] },
    { name: "consent again", moves: [complete, confirm, resumed("NOT_ANSWERED")] },
    { name: "whether it is an emergency", moves: [say({ reason: doubtful[language] })] },
  ].map((place) => ({ locale, ...place }));
});

export interface Listener extends SkillUnderTest {
  /** What the caller hears; the conversation stays where it is. */
  answerTo(move: Move): Promise<Answer>;
}

export interface Answer {
  readonly speech: string;
  readonly ends: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

export async function listenerAt({ locale, moves }: PlaceInConversation): Promise<Listener> {
  const skill = skillUnderTest();
  skill.profileFailures.push("profile.access-denied");
  const session = new AlexaSession({ handler: skill.handler, locale });
  for (const move of moves) await session.send(move);
  return {
    ...skill,
    async answerTo(move) {
      const { response, sessionAttributes } = await skill.handler(session.envelope(move));
      const { outputSpeech, shouldEndSession } = response;
      return {
        speech: outputSpeech?.type === "SSML" ? spokenOf(outputSpeech.ssml.slice(7, -8)) : "",
        ends: shouldEndSession === true,
        attributes: sessionAttributes ?? {},
      };
    },
  };
}

export function saySwallowed({ slot, left }: Swallowed): Move {
  return say({ [slot]: left });
}
