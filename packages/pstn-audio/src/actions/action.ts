import type { ActionName } from "../vocabulary/action-vocabulary.ts";
import type { CallAndBridgeAction } from "./call-and-bridge.ts";
import type { HangupAction } from "./hangup.ts";
import type { JoinChimeMeetingAction } from "./join-chime-meeting.ts";
import type { PauseAction } from "./pause.ts";
import type { PlayAudioAction } from "./play-audio.ts";
import type { PlayAudioAndGetDigitsAction } from "./play-audio-and-get-digits.ts";
import type { ReceiveDigitsAction } from "./receive-digits.ts";
import type { RecordAudioAction } from "./record-audio.ts";
import type { SendDigitsAction } from "./send-digits.ts";
import type { SpeakAction } from "./speak.ts";
import type { SpeakAndGetDigitsAction } from "./speak-and-get-digits.ts";

/** The actions whose parameters this package knows. A new one starts here; what it still lacks does not compile. */
export interface ActionsByName {
  readonly CallAndBridge: CallAndBridgeAction;
  readonly Hangup: HangupAction;
  readonly JoinChimeMeeting: JoinChimeMeetingAction;
  readonly Pause: PauseAction;
  readonly PlayAudio: PlayAudioAction;
  readonly PlayAudioAndGetDigits: PlayAudioAndGetDigitsAction;
  readonly ReceiveDigits: ReceiveDigitsAction;
  readonly RecordAudio: RecordAudioAction;
  readonly SendDigits: SendDigitsAction;
  readonly Speak: SpeakAction;
  readonly SpeakAndGetDigits: SpeakAndGetDigitsAction;
}

/** An action in the exact shape of the wire; told apart by `Type`. */
export type Action = ActionsByName[keyof ActionsByName];

/** An action of the service whose parameters this package neither builds nor checks. */
export interface UncheckedAction {
  readonly Type: Exclude<ActionName, keyof ActionsByName>;
  readonly Parameters: Readonly<Record<string, unknown>>;
}
