import type { LanguageCode, QuestionWords } from "@skill-call/call-form";
import type { CallFailureCode } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { SafetyGrammar } from "../safety/safety-grammar.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { spanish } from "./spanish.ts";

/** How a conversation ends without a call that was started or failed. */
export type Farewell =
  | "stopped"
  | "emergency"
  | "crisis"
  | "cannot-hear"
  | "unexpected"
  | "wrong-skill";

/** What the skill says about what it just heard, whatever it asked; the form has its own sentences. */
export type StockRemark =
  | "starting-over"
  | "misheard"
  | "not-calling"
  | "calling-soon"
  | "changing"
  | "waiting"
  | "hours-unknown"
  | "number"
  | "number-unknown"
  | "who"
  | "after-consent"
  | "no-emergency";

/**
 * Every sentence of the skill that follows from no form, in one language: one that is missing does not compile. They
 * are plain text with {company}, {about} and the numbers {911} and {988}.
 */
export interface StockSentences {
  /** How people say that somebody is in danger. */
  readonly safety: SafetyGrammar;
  /** What is asked where that is not clear. */
  readonly emergencyQuestion: QuestionWords;
  /** Before the confirmation, where {name} is that of the caller's account. */
  readonly givenName: string;
  readonly remarks: Readonly<Record<StockRemark, string>>;
  /** Said before Alexa asks in its own words whether the skill may read the phone number. */
  readonly consentNeeded: string;
  /** Said while the call takes its time to start. */
  readonly oneMoment: string;
  /** The last sentence before the call, by what rings. */
  readonly announcements: Readonly<Record<CallStarter["rings"], string>>;
  /** What stands on the buttons of a display. */
  readonly buttons: Readonly<Record<"yes" | "no" | "call" | "change" | "skip", string>>;
  /** What a display says will ring; {number} is the company's. */
  readonly calls: Readonly<Record<CallStarter["rings"], string>>;
  readonly failures: Readonly<Record<CallFailureCode, string>>;
  readonly farewells: Readonly<Record<Farewell, string>>;
}

export const stockSentences: Readonly<Record<LanguageCode, StockSentences>> = {
  en: english,
  es: spanish,
  fr: french,
};
