import type { ActionName, ServiceError } from "@skill-call/pstn-audio";

/** An action that a Lambda asked for. */
export interface PlannedAction {
  readonly type: ActionName;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What the service will fail it with when its turn comes. */
  readonly refusal?: ServiceError;
}

/** The action that runs now. */
export interface RunningAction {
  readonly action: PlannedAction;
  /** The leg it runs on. */
  readonly callId: string;
  /** Tells it from the actions of the call that ran before. */
  readonly run: number;
  /** Its leg is gone; what it brought in is still to come. */
  readonly finishing?: true;
}

/** Guide, "Updating in-progress calls": types of interruptible actions. */
const interruptible: readonly ActionName[] = ["PlayAudio", "RecordAudio", "Pause"];

/** Whether it is of use without its leg: what was recorded is a recording, whoever ended it. */
export function outlivesItsLeg({ action }: RunningAction): boolean {
  return action.type === "RecordAudio";
}

/** Whether UpdateSipMediaApplicationCall stops it; any other action is waited for. */
export function isInterruptible({ action }: RunningAction): boolean {
  return interruptible.includes(action.type);
}
