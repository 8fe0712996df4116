import type { Clock } from "@skill-call/emulation";
import type { Carrier, FarEnd, VoiceConnectors } from "@skill-call/phones";
import type { ActionName } from "@skill-call/pstn-audio";
import type { MeetingJoins } from "../../meetings/meeting-joins.ts";
import type { Bots } from "../bots/bots.ts";
import type { ActionOutcome, CallInput } from "../call/call-input.ts";
import type { CallState } from "../call/call-state.ts";
import type { PlannedAction } from "../call/planned-action.ts";
import type { CallStep } from "../call-story.ts";
import type { GuideVariation } from "../events/guide-variations.ts";
import type { DigitCollector, DigitListener } from "../keypads.ts";
import type { Media } from "../media/media.ts";

/** The world around the service. */
export interface ActionPorts {
  readonly clock: Clock;
  readonly carrier: Carrier;
  readonly voiceConnectors: VoiceConnectors;
  readonly meetings: MeetingJoins;
  readonly media: Media;
  readonly bots: Bots;
  readonly variations: readonly GuideVariation[];
  /** Whether an action of a call fails, whatever it is. */
  readonly refuses: (action: ActionName, transactionId: string) => boolean;
  /** A fresh UUID. */
  readonly newId: () => string;
  /** Why an action failed, where the service's own words do not say it. */
  readonly log: (message: string) => void;
}

/** What an action finds when it runs. */
export interface ActionScope {
  readonly action: PlannedAction;
  /** The leg it runs on, and who is there. */
  readonly callId: string;
  readonly farEnd: FarEnd;
  /** The call as it is when the action starts. */
  readonly state: CallState;
  /** Stops the action: its outcome is of no interest any more. */
  readonly signal: AbortSignal;
  readonly ports: ActionPorts;
  /** Tells the call what happened. */
  dispatch(input: CallInput): void;
  /** Ends the action at this very moment; what it returns later counts no more. */
  end(outcome: ActionOutcome): void;
  /** Keeps how a leg is hung up. */
  attach(callId: string, release: () => void): void;
  /** Hears every digit pressed on a leg until the answer is called; a listener's `true` takes the digit. */
  onDigit(callId: string, listener: DigitListener): () => void;
  /** Has the digits of a leg that nobody takes gathered from now on, in place of the previous collector. */
  collectDigits(callId: string, collector: DigitCollector): void;
  /** Hands on a digit that the far end of a leg pressed. */
  pressed(callId: string, digit: string): void;
  /** Hears what is said on a leg until the answer is called. */
  onSaid(callId: string, listener: (said: string) => void): () => void;
  tell(step: CallStep): void;
}

export type EmulatedAction = (scope: ActionScope) => Promise<ActionOutcome>;

export type ActionTable = Readonly<Record<ActionName, EmulatedAction>>;

export const succeeded: ActionOutcome = { outcome: "succeeded" };
