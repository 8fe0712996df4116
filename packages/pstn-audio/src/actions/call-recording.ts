import { defined } from "../defined.ts";
import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid } from "../rules/finding.ts";
import { optional, required, requiredMap } from "../rules/parameter-rules.ts";
import { anyText, oneOf } from "../rules/value-rules.ts";

/** Which side of the call is recorded; the service takes BOTH. */
export type RecordingTrack = "BOTH" | "INCOMING" | "OUTGOING";

/** Records a call from now on, whatever else happens in it (guide, "StartCallRecording"). */
export interface StartCallRecordingAction {
  readonly Type: "StartCallRecording";
  readonly Parameters: {
    readonly CallId: string;
    readonly Track?: RecordingTrack;
    readonly Destination: { readonly Type: "S3"; readonly Location: string };
  };
}

interface OfRecording<Type extends string> {
  readonly Type: Type;
  readonly Parameters: { readonly CallId: string };
}

export type StopCallRecordingAction = OfRecording<"StopCallRecording">;
export type PauseCallRecordingAction = OfRecording<"PauseCallRecording">;
export type ResumeCallRecordingAction = OfRecording<"ResumeCallRecording">;

const invalidDestination = invalid("The Destination parameter is invalid.");

export const startCallRecordingRules: ActionRules<StartCallRecordingAction> = {
  parameters: {
    ...callIdOnly,
    Track: optional(oneOf("BOTH", "INCOMING", "OUTGOING")),
    Destination: requiredMap(
      {
        Type: required(oneOf("S3"), invalidDestination),
        Location: required(anyText, invalidDestination),
      },
      invalidDestination,
    ),
  },
};

export const ofRecordingRules: ActionRules<OfRecording<string>> = { parameters: callIdOnly };

export interface StartCallRecordingOptions {
  readonly callId: string;
  readonly track?: RecordingTrack;
  /** Bucket, or bucket and prefix: `my-bucket/recordings`. */
  readonly location: string;
}

/**
 * Records a call into a bucket of the SMA's own account.
 * @throws {ActionParameterError} when the service would refuse it
 * @example startCallRecording({ callId: "call-a", location: "my-bucket/calls" })
 */
export function startCallRecording(options: StartCallRecordingOptions): StartCallRecordingAction {
  const Parameters = {
    CallId: options.callId,
    ...defined({ Track: options.track }),
    Destination: { Type: "S3", Location: options.location },
  } as const;
  return accepted({ Type: "StartCallRecording", Parameters }, startCallRecordingRules);
}

interface RecordedCall {
  readonly callId: string;
}

/**
 * Ends a call's recording; it is written then.
 * @throws {ActionParameterError} when the service would refuse it
 * @example stopCallRecording({ callId: "call-a" })
 */
export function stopCallRecording(options: RecordedCall): StopCallRecordingAction {
  return ofRecording("StopCallRecording", options);
}

/**
 * Leaves out of the recording what is said from now on: a card number, say.
 * @throws {ActionParameterError} when the service would refuse it
 * @example pauseCallRecording({ callId: "call-a" })
 */
export function pauseCallRecording(options: RecordedCall): PauseCallRecordingAction {
  return ofRecording("PauseCallRecording", options);
}

/**
 * Goes on with a recording that was paused.
 * @throws {ActionParameterError} when the service would refuse it
 * @example resumeCallRecording({ callId: "call-a" })
 */
export function resumeCallRecording(options: RecordedCall): ResumeCallRecordingAction {
  return ofRecording("ResumeCallRecording", options);
}

function ofRecording<Type extends string>(Type: Type, { callId }: RecordedCall): OfRecording<Type> {
  const action: OfRecording<Type> = { Type, Parameters: { CallId: callId } };
  accepted(action, ofRecordingRules);
  return action;
}
