import { claimProblems } from "@skill-call/call-context";
import type { RuleName } from "@skill-call/call-routing";

/**
 * How far a call has come.
 *
 * - `new`: nothing is known of it: its first event, or its attributes were lost
 * - `ringing`: a callback call; the caller's own phone rings
 * - `trying`: a destination is being called, or a meeting joined
 * - `connected`: caller and destination talk
 * - `ending`: the apology is spoken, or legs are being hung up
 * - `over`: no leg is left
 */
export const phases = ["new", "ringing", "trying", "connected", "ending", "over"] as const;
export type Phase = (typeof phases)[number];

/** Why a call has no context, or none that is known to be good. */
export const contextProblems = ["ordinary-call", "no-context-id", ...claimProblems] as const;
export type ContextProblem = (typeof contextProblems)[number];

/** The languages an apology is spoken in. */
export const languages = ["en", "es", "fr"] as const;
export type Language = (typeof languages)[number];

/** The destination that is being tried, or talked to. */
export interface Position {
  readonly rule: RuleName;
  /** Name of the document whose rule it is: a newer one may have another under the same number. */
  readonly document?: string;
  /** Index in the rule's list. */
  readonly destination: number;
  /** 1, or 2 for the one new attempt at a meeting. */
  readonly attempt: number;
}

export interface MeetingPlace {
  readonly meetingId: string;
  /** Of the caller. */
  readonly attendeeId: string;
}

/** All that a call's next invocation has to know. Kept by the service, not by us; no personal data. */
export interface CallState {
  readonly phase: Phase;
  /** Of the context that this call claimed, or may have claimed. */
  readonly contextId?: string;
  readonly contextProblem?: ContextProblem;
  /** The User-to-User header as it came, where it is not the way we would write it ourselves. */
  readonly userToUser?: string;
  readonly language: Language;
  readonly position?: Position;
  readonly meeting?: MeetingPlace;
  /** The attempt at a meeting whose request was given up, but may have been carried out. */
  readonly lateMeeting?: Position;
  /** CallId of the destination that failed last, where the event showed its leg: the HANGUP of it may follow. */
  readonly failedLeg?: string;
  /** Whether the caller ever talked to a destination. */
  readonly wasConnected: boolean;
  /** Sequence of the last event whose answer the service kept. */
  readonly answered: number;
  /** How many answers the service refused as invalid. */
  readonly invalidAnswers: number;
  /** How many Hangup actions failed. */
  readonly failedHangUps: number;
}

export const newCall: CallState = {
  phase: "new",
  language: "en",
  wasConnected: false,
  answered: 0,
  invalidAnswers: 0,
  failedHangUps: 0,
};
