import type { ServiceError } from "@skill-call/pstn-audio";
import type { Verdict } from "../answers/read-answer.ts";
import type { Leg } from "./leg.ts";
import type { ActionOnLeg, ActionResult, CallArguments } from "./notice.ts";
import type { PlannedAction } from "./planned-action.ts";

/** How an action ended. */
export type ActionOutcome =
  | {
      readonly outcome: "succeeded";
      readonly result?: ActionResult;
      /** The action that the success names, where it is not the one that ended. */
      readonly as?: ActionOnLeg;
    }
  /** The event that it caused itself (a HANGUP) takes the place of ACTION_SUCCESSFUL. */
  | { readonly outcome: "told-otherwise" }
  | {
      readonly outcome: "failed";
      readonly error: ServiceError;
      /** In our words, where the service's own do not say it. */
      readonly why?: string;
    };

export interface DigitsReceived {
  /** The ReceiveDigits that listens. */
  readonly action: PlannedAction;
  readonly callId: string;
  readonly digits: string;
}

/** Everything that can happen to a call. */
export type CallInput =
  | { readonly type: "placed" }
  /** `attempts`: how often the Lambda was invoked for it. */
  | { readonly type: "lambda-answered"; readonly verdict: Verdict; readonly attempts: number }
  | { readonly type: "lambda-failed"; readonly attempts: number }
  /** The Lambda is not asked after all: its answers lead nowhere. */
  | { readonly type: "given-up" }
  | { readonly type: "caller-rings" }
  /** The phone of an outbound call was answered. */
  | { readonly type: "caller-connected" }
  /** An action answers an inbound call. */
  | { readonly type: "caller-answered" }
  /** LEG-B is up. */
  | { readonly type: "leg-joined"; readonly leg: Leg }
  /** The far end hung up, refused or did not answer; 0, 480 or 486. */
  | { readonly type: "leg-left"; readonly callId: string; readonly sipResponseCode: number }
  /** The Lambda had a leg hung up. */
  | { readonly type: "leg-released"; readonly callId: string; readonly sipResponseCode: number }
  | { readonly type: "action-ended"; readonly run: number; readonly outcome: ActionOutcome }
  /** What was dialled while ReceiveDigits listens. */
  | ({ readonly type: "digits-received" } & DigitsReceived)
  | { readonly type: "update-requested"; readonly callArguments: CallArguments }
  /** Nothing was done about a waiting caller for too long. */
  | { readonly type: "idled" }
  /** The operator of the service breaks it off. */
  | { readonly type: "broken-off" };
