import type { ActionOutcome } from "../call/call-input.ts";
import { systemError } from "./action-errors.ts";
import { callAndBridge } from "./call-and-bridge.ts";
import { ofCallRecording, startCallRecording } from "./call-recording.ts";
import type { ActionScope, ActionTable } from "./emulated-action.ts";
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
const actionTable: ActionTable = {
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
  StartCallRecording: startCallRecording,
  StopCallRecording: ofCallRecording("stops"),
  PauseCallRecording: ofCallRecording("pauses"),
  ResumeCallRecording: ofCallRecording("resumes"),
  ModifyChimeMeetingAttendees: modifyChimeMeetingAttendees,
  VoiceFocus: voiceFocus,
};

/** Runs an action; where something around it breaks, it fails and says why. */
export async function runAction(scope: ActionScope): Promise<ActionOutcome> {
  if (scope.ports.refuses(scope.action.type, scope.state.transactionId)) {
    return { outcome: "failed", error: systemError, why: "the service was told to refuse it" };
  }
  try {
    return await actionTable[scope.action.type](scope);
  } catch (cause) {
    const why = `something around the service broke: ${String(cause)}`;
    return { outcome: "failed", error: systemError, why };
  }
}
