import type { CallStarterName } from "@skill-call/call-context";
import type { contactAttributesOf } from "@skill-call/call-form";
import type { AlexaAccess } from "../alexa/alexa-access.ts";

export type ContactAttributes = ReturnType<typeof contactAttributesOf>;

/** A call whose context is stored and that is now to be started. */
export interface CallToStart {
  readonly contextId: string;
  /** What may stand in contact records and reports: the reason's id, and choices that are not sensitive. */
  readonly attributes: ContactAttributes;
  readonly access: AlexaAccess;
  /** E.164; there when the starter needs it. */
  readonly callerNumber: string | undefined;
  /** Ends every request of the start. */
  readonly signal: AbortSignal;
}

/** A way to start a call. Nothing else in the skill depends on which one is configured. */
export interface CallStarter {
  readonly name: CallStarterName;
  readonly needsCallerNumber: boolean;
  /** Whether the call begins on the Alexa device itself, the caller's own phone rings, or somebody calls later. */
  readonly rings: "device" | "phone" | "later";
  /** The number that the device calls, E.164, where it is one that a caller may be shown. */
  readonly dials?: string;
  /**
   * Whether a start whose answer was lost may be asked for once more: only where the service knows the second request
   * for the first one, and rings nobody twice.
   */
  readonly mayBeAskedAgain: boolean;

  /**
   * Checks what the request must bring, before anything is asked for or stored.
   * @throws {CallFailure} when it is not there
   */
  check(access: AlexaAccess): void;

  /**
   * Starts the call, with one request: an answer that got lost may have started it.
   * @throws {CallFailure} when it was not started, or may not have been
   */
  start(call: CallToStart): Promise<void>;
}
