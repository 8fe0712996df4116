import { type CallRecordingStep, recordsCall } from "../call-story.ts";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** An action of a call's recording: a step that can be seen. Nothing is written: no media of a bridged call is here. */
export function callRecording(what: CallRecordingStep): EmulatedAction {
  return async ({ tell, farEnd }) => {
    tell(recordsCall(farEnd, what));
    return succeeded;
  };
}
