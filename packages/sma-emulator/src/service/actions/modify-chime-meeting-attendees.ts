import type { ModifyChimeMeetingAttendeesAction } from "@skill-call/pstn-audio";
import { attendeesModified } from "../call-story.ts";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** A step that can be seen; there is no sound in the emulated meeting to mute. */
export const modifyChimeMeetingAttendees: EmulatedAction = async ({ action, tell }) => {
  const parameters =
    action.parameters as unknown as ModifyChimeMeetingAttendeesAction["Parameters"];
  tell(attendeesModified(parameters));
  return succeeded;
};
