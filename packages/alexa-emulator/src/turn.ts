import type { CallHandle, Invite } from "@skill-call/emulation";
import type { CanFulfillIntent, Card, RawDirective } from "./response/response-schema.ts";
import type { Speech } from "./response/speech.ts";

/** What happened from one thing said to the next. */
export interface Turn {
  /** What the caller said; empty where they said nothing. */
  readonly heard: string;
  /** What Alexa made of it; absent where it was not a request to the skill. */
  readonly understood?: UnderstoodIntent;
  /** Everything the device said, in plain words. */
  readonly speech: string;
  /** The same as one SSML document. */
  readonly ssml: string;
  /** The same, voice by voice. */
  readonly said: readonly Speech[];
  readonly cards: readonly Card[];
  /** Every directive of the skill, as it wrote them: what is shown, played, asked. */
  readonly directives: readonly RawDirective[];
  /** The session's attributes after the turn; empty where no session is open. */
  readonly attributes: Readonly<Record<string, unknown>>;
  /** The answer to a CanFulfillIntentRequest. */
  readonly canFulfill?: CanFulfillIntent;
  /** The microphone is open: the session waits for an answer. */
  readonly sessionOpen: boolean;
  /** Why the session is over, where Alexa told the skill so. */
  readonly sessionEnded?: SessionEnded;
  /** Every request to the skill, with its response. */
  readonly exchanges: readonly SkillExchange[];
  /** The calls that the device began when everything was said: a skill should start one at most. */
  readonly calls: readonly StartedCall[];
}

export interface UnderstoodIntent {
  readonly name: string;
  /** The slots that were filled by these words. */
  readonly slots: Readonly<Record<string, UnderstoodSlot>>;
}

export interface UnderstoodSlot {
  readonly value: string;
  /** Each of the values, where the slot takes more than one and got more than one. */
  readonly values?: readonly string[];
  /** The id of the value in the model that the words stand for. */
  readonly id?: string;
}

export interface SessionEnded {
  readonly reason: "USER_INITIATED" | "ERROR" | "EXCEEDED_MAX_REPROMPTS";
  readonly error?: SessionError;
}

export interface SessionError {
  readonly type: "INVALID_RESPONSE" | "DEVICE_COMMUNICATION_ERROR" | "INTERNAL_SERVICE_ERROR";
  readonly message: string;
}

/** One request to the skill as it was sent, and what came back. */
export interface SkillExchange {
  readonly request: unknown;
  readonly response?: unknown;
  /** Why Alexa could not carry the response out. */
  readonly problem?: string;
  readonly durationMs: number;
}

/** A call that the device places for the skill. */
export type StartedCall = SkillCall | PropertyCall;

/** A call to a SIP media application. */
export interface SkillCall {
  readonly kind: "skill-call";
  readonly clientSessionId: string;
  readonly invite: Invite;
  readonly handle: CallHandle;
  /** Resolves when the call is answered, or the device has said that it cannot be. */
  readonly outcome: Promise<CallOutcome>;
}

/** A call inside a property of Alexa Smart Properties: it reaches the property's own telephone system. */
export interface PropertyCall {
  readonly kind: "property-call";
  readonly clientSessionId: string;
  readonly extension: string;
}

export type CallOutcome =
  | { readonly kind: "answered" }
  | { readonly kind: "not-available"; readonly speech: Speech };
