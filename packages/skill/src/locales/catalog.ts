import type { ReasonId } from "../call-reasons.ts";
import type { CallFailureCode } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { SlotQuestion } from "../conversation/question.ts";
import type { PlainRemark } from "../conversation/remark.ts";
import type { SafetyGrammar } from "../safety/safety-grammar.ts";
import type { Ssml } from "../speech/ssml.ts";

/** A question, what follows when the caller says nothing, and what follows when they ask for help. */
export interface Prompt {
  readonly ask: Ssml;
  readonly reprompt: Ssml;
  readonly help: Ssml;
}

/** How a conversation ends without a call that was started or failed. */
export type Farewell =
  | "stopped"
  | "emergency"
  | "crisis"
  | "cannot-hear"
  | "unexpected"
  | "wrong-skill";

/** Every sentence of the skill in one locale: one that is missing does not compile. */
export interface Catalog {
  /** The locale of the sentences: that of the request, or the closest there is. */
  readonly locale: string;
  /** How people say that somebody is in danger. */
  readonly safety: SafetyGrammar;
  /** What is asked where that is not clear. */
  readonly emergencyQuestion: Prompt;

  /** What a caller can say for a reason; the interaction model's values. */
  readonly reasonNames: Readonly<Record<ReasonId, string>>;
  readonly questions: Readonly<Record<SlotQuestion | "change", Prompt>>;
  readonly confirmation: (reason: ReasonId) => Prompt;

  readonly remarks: Readonly<Record<PlainRemark, Ssml>>;
  readonly nameHeard: (callerName: string) => Ssml;
  readonly accountIdHeard: (accountId: string) => Ssml;

  /** Said before Alexa asks in its own words whether the skill may read the phone number. */
  readonly consentNeeded: Ssml;
  /** The last sentence before the call, by what rings. */
  readonly announcements: Readonly<Record<CallStarter["rings"], (reason: ReasonId) => Ssml>>;
  readonly failures: Readonly<Record<CallFailureCode, Ssml>>;
  readonly farewells: Readonly<Record<Farewell, Ssml>>;
}
