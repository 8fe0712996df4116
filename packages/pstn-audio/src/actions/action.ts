import type { CallAndBridgeAction } from "./call-and-bridge.ts";
import type { HangupAction } from "./hangup.ts";
import type { JoinChimeMeetingAction } from "./join-chime-meeting.ts";
import type { PauseAction } from "./pause.ts";
import type { PlayAudioAction } from "./play-audio.ts";
import type { SpeakAction } from "./speak.ts";
import type { SpeakAndGetDigitsAction } from "./speak-and-get-digits.ts";

/** An action whose parameters this package knows, in the exact shape of the wire; told apart by `Type`. */
export type Action =
  | CallAndBridgeAction
  | HangupAction
  | JoinChimeMeetingAction
  | PauseAction
  | PlayAudioAction
  | SpeakAction
  | SpeakAndGetDigitsAction;
