import type { IntentState } from "../dialog/intent-state.ts";
import type { Question } from "../dialog/next-step.ts";
import type { SendRequest, StartConnection } from "../response/directive.ts";

/** What the open microphone waits for. */
export type Listening = { readonly kind: "anything" } | Answer | Consent | Purchase;

/** The answer to Alexa's question for permissions. */
export interface Consent {
  readonly kind: "consent";
  readonly directive: StartConnection;
  /** Alexa has asked again, because the answer was not clear. */
  readonly isAskedAgain?: true;
}

/** The answer to Alexa's question whether to buy, to give back, or to allow; the skill's session is over by then. */
export interface Purchase {
  readonly kind: "purchase";
  readonly directive: SendRequest;
}

/** The answer to a question about an intent. */
export interface Answer {
  readonly kind: "answer";
  readonly question: Question;
  /** As far as it is known. */
  readonly intent: IntentState;
  /** Set where Alexa asked by the dialog model, on the skill's behalf. */
  readonly delegated?: AskedPrompt;
}

/** A prompt of the model, and how often Alexa has asked with it in a row. */
export interface AskedPrompt {
  readonly prompt: string;
  readonly times: number;
}
