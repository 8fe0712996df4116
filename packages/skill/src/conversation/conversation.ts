import type { Field, FieldValue, SpokenValue } from "@skill-call/call-form";
import type { Danger } from "../safety/danger.ts";
import type { Question } from "./question.ts";

/** Why the caller calls: one of the form's ids, and the caller's own words where they are none of them. */
export interface ReasonGiven {
  readonly id: string;
  readonly text?: string;
}

/** What the slots of one call intent say, by field. */
export type Spoken = Readonly<Record<string, SpokenValue>>;

/** Something that could mean an emergency, and what else it could be. */
export interface Doubt {
  readonly danger: Danger;
  /** What could mean an emergency, as it was said. */
  readonly phrase: string;
  /** Taken as answers once the caller says that it is none. */
  readonly spoken: Spoken;
  /** The caller was asked twice. */
  readonly again?: boolean;
}

/** What the skill knows in the middle of a conversation: its session attributes, and nothing else. */
export interface Conversation {
  /**
   * Drawn when the session begins and stored under when the caller says yes: a second delivery of the
   * same "yes" meets the record of the first, and no second call is placed.
   */
  readonly contextId: string;
  /** What the caller was asked last; the answer to a bare "yes" depends on it. */
  readonly asked?: Question;
  /** How often in a row it was asked, with nothing new in between. */
  readonly times?: number;
  /** By field; each fits its field's check, and nobody has verified any of it. */
  readonly answers: Readonly<Record<string, FieldValue>>;
  /** The answer that is the given name of the caller's account: nobody said it. */
  readonly givenName?: string;
  readonly reason?: ReasonGiven;
  /** What was said of the reason before it was asked for, and is not one of the form's: asked about when its turn comes. */
  readonly reasonSaid?: string;
  /** How often a field was answered in a way that could not be used. */
  readonly tries: Readonly<Record<string, number>>;
  /** The fields that the call goes on without. */
  readonly skipped: readonly string[];
  /** How often in a row the caller was not understood at all. */
  readonly misheard?: number;
  /** How often the caller wished for the call or for a person instead of answering. */
  readonly wishes?: number;
  /** The caller was asked last whether there is an emergency; `asked` is where the conversation stood before. */
  readonly doubt?: Doubt;
  /** What was said and is not an emergency: it is not asked about again. */
  readonly noEmergency?: string;
  /** Consent to read the phone number was asked for; it is not asked for again. */
  readonly consentAsked?: boolean;
}

export function newConversation(contextId: string): Conversation {
  return { contextId, answers: {}, tries: {}, skipped: [] };
}

type Optional =
  | "asked"
  | "reason"
  | "reasonSaid"
  | "misheard"
  | "doubt"
  | "noEmergency"
  | "consentAsked";

/** The conversation without some of what was gathered. */
export function without(conversation: Conversation, ...parts: readonly Optional[]): Conversation {
  const kept = Object.entries(conversation).filter(
    ([name]) => !parts.some((each) => each === name),
  );
  return Object.fromEntries(kept) as unknown as Conversation;
}

/** The conversation as if nobody had asked for a field yet: no answer, no tries, not skipped. */
export function withoutAnswer(conversation: Conversation, id: string): Conversation {
  const { [id]: _answer, ...answers } = conversation.answers;
  const { [id]: _tries, ...tries } = conversation.tries;
  return {
    ...conversation,
    answers,
    tries,
    skipped: conversation.skipped.filter((each) => each !== id),
  };
}

/** The conversation as if nothing had been said about a field, the reason among them. */
export function takenBack(conversation: Conversation, { id, kind }: Field): Conversation {
  const rest = withoutAnswer(conversation, id);
  return kind === "reason" ? without(rest, "reason", "reasonSaid") : rest;
}
