import { callAndBridge } from "./call-and-bridge.ts";
import { callRecording } from "./call-recording.ts";
import type { ActionTable } from "./emulated-action.ts";
import { hangup } from "./hangup.ts";
import { joinChimeMeeting } from "./join-chime-meeting.ts";
import { modifyChimeMeetingAttendees } from "./modify-chime-meeting-attendees.ts";
import { pause } from "./pause.ts";
import { playAudio } from "./play-audio.ts";
import { playAudioAndGetDigits } from "./play-audio-and-get-digits.ts";
import { receiveDigits } from "./receive-digits.ts";
import { recordAudio } from "./record-audio.ts";
import { sendDigits } from "./send-digits.ts";
import { speak } from "./speak.ts";
import { speakAndGetDigits } from "./speak-and-get-digits.ts";
import { startBotConversation } from "./start-bot-conversation.ts";
import { voiceFocus } from "./voice-focus.ts";

/** Every action of the service, and what runs it. */
export const actionTable: ActionTable = {
  CallAndBridge: callAndBridge,
  Hangup: hangup,
  JoinChimeMeeting: joinChimeMeeting,
  Pause: pause,
  PlayAudio: playAudio,
  PlayAudioAndGetDigits: playAudioAndGetDigits,
  ReceiveDigits: receiveDigits,
  RecordAudio: recordAudio,
  SendDigits: sendDigits,
  Speak: speak,
  SpeakAndGetDigits: speakAndGetDigits,
  StartBotConversation: startBotConversation,
  StartCallRecording: callRecording("starts"),
  StopCallRecording: callRecording("stops"),
  PauseCallRecording: callRecording("pauses"),
  ResumeCallRecording: callRecording("resumes"),
  ModifyChimeMeetingAttendees: modifyChimeMeetingAttendees,
  VoiceFocus: voiceFocus,
};
