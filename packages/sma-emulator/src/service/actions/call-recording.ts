import type { StartCallRecordingAction } from "@skill-call/pstn-audio";
import { recordsCall } from "../call-story.ts";
import type { CallRecording, CallRecordingChange } from "../media/media.ts";
import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";

/** Records a leg's call from now on. */
export const startCallRecording: EmulatedAction = (scope) =>
  changeRecording(scope, { what: "starts", recording: recordingOf(scope) });

/** Ends, pauses or goes on with the recording of a leg's call, where there is one. */
export function ofCallRecording(what: "stops" | "pauses" | "resumes"): EmulatedAction {
  return (scope) => changeRecording(scope, { what });
}

async function changeRecording(scope: ActionScope, change: CallRecordingChange) {
  scope.tell(recordsCall(scope.farEnd, change));
  await scope.ports.media.recordCall(scope.callId, change);
  return succeeded;
}

function recordingOf({ action, callId, ports }: ActionScope): CallRecording {
  const parameters = action.parameters as unknown as StartCallRecordingAction["Parameters"];
  const { Track = "BOTH", Destination } = parameters;
  const [bucketName = "", ...prefix] = Destination.Location.replace(/\/$/, "").split("/");
  const time = new Date(ports.clock.now()).toISOString().replaceAll(":", "-");
  const key = [...prefix, `${callId}_${time}.wav`].join("/");
  return { bucketName, key, track: Track };
}
