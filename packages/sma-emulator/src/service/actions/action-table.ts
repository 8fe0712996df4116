import { callAndBridge } from "./call-and-bridge.ts";
import type { ActionTable } from "./emulated-action.ts";
import { hangup } from "./hangup.ts";
import { joinChimeMeeting } from "./join-chime-meeting.ts";
import { pause } from "./pause.ts";
import { playAudio } from "./play-audio.ts";
import { playAudioAndGetDigits } from "./play-audio-and-get-digits.ts";
import { receiveDigits } from "./receive-digits.ts";
import { recordAudio } from "./record-audio.ts";
import { sendDigits } from "./send-digits.ts";
import { speak } from "./speak.ts";
import { speakAndGetDigits } from "./speak-and-get-digits.ts";

/** Every action of the service: a file here runs it, or the row says why nothing does. */
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

  StartBotConversation: { notEmulated: "There is no Amazon Lex here." },
  StartCallRecording: { notEmulated: "There is no media to record." },
  StopCallRecording: { notEmulated: "There is no media to record." },
  PauseCallRecording: { notEmulated: "There is no media to record." },
  ResumeCallRecording: { notEmulated: "There is no media to record." },
  ModifyChimeMeetingAttendees: { notEmulated: "There is no media to mute." },
  VoiceFocus: { notEmulated: "There is no media to clear of noise." },
};
