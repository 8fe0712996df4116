import type { CallAndBridgeAction } from "./call-and-bridge.ts";
import type {
  PauseCallRecordingAction,
  ResumeCallRecordingAction,
  StartCallRecordingAction,
  StopCallRecordingAction,
} from "./call-recording.ts";
import type { HangupAction } from "./hangup.ts";
import type { JoinChimeMeetingAction } from "./join-chime-meeting.ts";
import type { ModifyChimeMeetingAttendeesAction } from "./modify-chime-meeting-attendees.ts";
import type { PauseAction } from "./pause.ts";
import type { PlayAudioAction } from "./play-audio.ts";
import type { PlayAudioAndGetDigitsAction } from "./play-audio-and-get-digits.ts";
import type { ReceiveDigitsAction } from "./receive-digits.ts";
import type { RecordAudioAction } from "./record-audio.ts";
import type { SendDigitsAction } from "./send-digits.ts";
import type { SpeakAction } from "./speak.ts";
import type { SpeakAndGetDigitsAction } from "./speak-and-get-digits.ts";
import type { StartBotConversationAction } from "./start-bot-conversation.ts";
import type { VoiceFocusAction } from "./voice-focus.ts";

/** The actions whose parameters this package knows. A new one starts here; what it still lacks does not compile. */
export interface ActionsByName {
  readonly CallAndBridge: CallAndBridgeAction;
  readonly Hangup: HangupAction;
  readonly JoinChimeMeeting: JoinChimeMeetingAction;
  readonly ModifyChimeMeetingAttendees: ModifyChimeMeetingAttendeesAction;
  readonly Pause: PauseAction;
  readonly PauseCallRecording: PauseCallRecordingAction;
  readonly PlayAudio: PlayAudioAction;
  readonly PlayAudioAndGetDigits: PlayAudioAndGetDigitsAction;
  readonly ReceiveDigits: ReceiveDigitsAction;
  readonly RecordAudio: RecordAudioAction;
  readonly ResumeCallRecording: ResumeCallRecordingAction;
  readonly SendDigits: SendDigitsAction;
  readonly Speak: SpeakAction;
  readonly SpeakAndGetDigits: SpeakAndGetDigitsAction;
  readonly StartBotConversation: StartBotConversationAction;
  readonly StartCallRecording: StartCallRecordingAction;
  readonly StopCallRecording: StopCallRecordingAction;
  readonly VoiceFocus: VoiceFocusAction;
}

/** An action in the exact shape of the wire; told apart by `Type`. */
export type Action = ActionsByName[keyof ActionsByName];
