import type { VoiceFocusAction } from "@skill-call/pstn-audio";
import { voiceFocused } from "../call-story.ts";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** A step that can be seen; the noise stays. */
export const voiceFocus: EmulatedAction = async ({ action, farEnd, tell }) => {
  const { Enable } = action.parameters as unknown as VoiceFocusAction["Parameters"];
  tell(voiceFocused(farEnd, /^true$/i.test(String(Enable))));
  return succeeded;
};
