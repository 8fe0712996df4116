import type { CallFailureCode } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Question } from "../conversation/question.ts";
import type { Remark } from "../conversation/remark.ts";
import type { SafetyGrammar } from "../safety/safety-grammar.ts";
import type { Ssml } from "../speech/ssml.ts";
import type { Farewell } from "./stock-sentences.ts";

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
  /** Said outside the hours, instead of a call. */
  readonly closed: Ssml;

  /** Said before Alexa asks in its own words whether the skill may read the phone number. */
  readonly consentNeeded: Ssml;
  /** The last sentence before the call, by what rings. */
  announcement(rings: CallStarter["rings"], conversation: Conversation): Ssml;
  readonly failures: Readonly<Record<CallFailureCode, Ssml>>;
  readonly farewells: Readonly<Record<Farewell, Ssml>>;
}
