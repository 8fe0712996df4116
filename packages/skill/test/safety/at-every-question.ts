import type { Intent } from "ask-sdk-model";
import { type Conversation, newConversation } from "../../src/conversation/conversation.ts";
import { conversationReader } from "../../src/conversation/session-attributes.ts";
import { dangerIn } from "../../src/interceptors/danger.ts";
import type { DangerEar, DangerHeard } from "../../src/safety/danger.ts";
import { createEars } from "../../src/safety/ears.ts";
import type { SafetyGrammar } from "../../src/safety/safety-grammar.ts";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { exampleForm } from "../../src/testing/example-form.ts";
import { spokenOf } from "../../src/testing/spoken-of.ts";
import { AlexaSession, confirm, deny, launch, type Move, resumed, say } from "../alexa-session.ts";
import { type SkillUnderTest, skillUnderTest } from "../skill-under-test.ts";
import { languageOf, locales } from "./phrases.ts";
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

/** The place where the caller is asked whether there is an emergency. */
export const inDoubt = "whether it is an emergency";

/** Every question at which a caller can be, in every locale. */
export const everyQuestion: readonly PlaceInConversation[] = locales.flatMap((locale) => {
  const language = languageOf(locale);
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
    { name: "what to change", asked: "part", moves: [complete, deny] },
    { name: "consent", moves: [complete, confirm] },
    { name: "consent again", moves: [complete, confirm, resumed("NOT_ANSWERED")] },
    { name: inDoubt, moves: [say({ reason: doubtful[language] })] },
  ].map((place) => ({ locale, ...place }));
});

export interface Listener extends SkillUnderTest {
  /** What of a phrase got into a slot: the danger that the skill hears in it, before it answers. */
  dangerIn(swallowed: Swallowed): DangerHeard | undefined;
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
  let conversation: Conversation = newConversation("context-1");
  for (const move of moves) {
    const { attributes } = await session.send(move);
    conversation = readConversation(attributes) ?? conversation;
  }
  const { safety } = catalogFor(locale);
  const listening = {
    conversation,
    form: exampleForm,
    safety,
    ear: earOf(safety),
  };
  return {
    ...skill,
    dangerIn: (swallowed) => dangerIn(intentOf(swallowed), listening),
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

const readConversation = conversationReader(exampleForm);
const ears = createEars();
const remembering = new Map<SafetyGrammar, DangerEar>();

/** An ear hears the same in the same words: at every question, and in every locale of its language. */
function earOf(safety: SafetyGrammar): DangerEar {
  const known = remembering.get(safety) ?? earOnce(ears(safety));
  remembering.set(safety, known);
  return known;
}

function earOnce(ear: DangerEar): DangerEar {
  const heard = new Map<string, DangerHeard | undefined>();
  return (phrase, expected) => {
    const key = `${expected} ${phrase}`;
    if (!heard.has(key)) heard.set(key, ear(phrase, expected));
    return heard.get(key);
  };
}

function intentOf({ intent, slot, left }: Swallowed): Intent {
  const slots = { [slot]: { name: slot, value: left, confirmationStatus: "NONE" as const } };
  return { name: intent, confirmationStatus: "NONE", slots };
}

/** The same as a move. */
export function saySwallowed(swallowed: Swallowed): Move {
  return ({ slots }) => {
    const intent = intentOf(swallowed);
    const known = swallowed.intent === "CallIntent" ? slots : {};
    return {
      type: "IntentRequest",
      intent: { ...intent, slots: { ...known, ...intent.slots } },
      dialogState: "IN_PROGRESS",
    };
  };
}

/** Every so many of them: those that go through the whole skill. */
export function everyNth<Item>(items: readonly Item[], step: number): readonly Item[] {
  return items.filter((_, index) => index % step === 0);
}
