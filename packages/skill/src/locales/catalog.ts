import type { CallFailureCode } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Question } from "../conversation/question.ts";
import type { Remark } from "../conversation/remark.ts";
import type { SafetyGrammar } from "../safety/safety-grammar.ts";
import type { Ssml } from "../speech/ssml.ts";
import type { Farewell, StockSentences } from "./stock-sentences.ts";

/** A question, what follows when the caller says nothing, and what follows when they ask for help. */
export interface Prompt {
  readonly ask: Ssml;
  readonly reprompt: Ssml;
  readonly help: Ssml;
}

/** Every sentence of the skill in one locale: the form's, and its own. */
export interface Catalog {
  /** The locale of the sentences: that of the request, or the closest there is. */
  readonly locale: string;
  /** How people say that somebody is in danger. */
  readonly safety: SafetyGrammar;
  /** What is asked where that is not clear. */
  readonly emergencyQuestion: Prompt;

  /** The question before the call says again what the form wants repeated. */
  prompt(question: Question, conversation: Conversation): Prompt;
  remark(remark: Remark): Ssml;
  /** What the skill does. */
  readonly purpose: Ssml;
  /** Who calls, where no name was given. */
  readonly unnamed: string;
  /** As it is spoken and written. */
  readonly company: string;
  /** What stands on the buttons of a display. */
  readonly buttons: StockSentences["buttons"];
  /** What rings, and the number that is called. */
  calls(rings: CallStarter["rings"], dials: string | undefined): Ssml;

  /** The hours, where the form has any. */
  readonly hours: Ssml | undefined;
  /** Said outside the hours, before the first question or instead of it. */
  readonly closed: Ssml;

  /** Said before Alexa asks in its own words whether the skill may read the phone number. */
  readonly consentNeeded: Ssml;
  /** Said while the call takes its time to start. */
  readonly oneMoment: Ssml;
  /** The last sentence before the call, by what rings. */
  announcement(rings: CallStarter["rings"], conversation: Conversation): Ssml;
  readonly failures: Readonly<Record<CallFailureCode, Ssml>>;
  readonly farewells: Readonly<Record<Farewell, Ssml>>;
}
