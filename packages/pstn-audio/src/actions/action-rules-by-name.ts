import type { ActionRules } from "../rules/action-rules.ts";
import type { ActionsByName } from "./action.ts";
import { callAndBridgeRules } from "./call-and-bridge.ts";
import { ofRecordingRules, startCallRecordingRules } from "./call-recording.ts";
import { hangupRules } from "./hangup.ts";
import { joinChimeMeetingRules } from "./join-chime-meeting.ts";
import { modifyChimeMeetingAttendeesRules } from "./modify-chime-meeting-attendees.ts";
import { pauseRules } from "./pause.ts";
import { playAudioRules } from "./play-audio.ts";
import { playAudioAndGetDigitsRules } from "./play-audio-and-get-digits.ts";
import { receiveDigitsRules } from "./receive-digits.ts";
import { recordAudioRules } from "./record-audio.ts";
import { sendDigitsRules } from "./send-digits.ts";
import { speakRules } from "./speak.ts";
import { speakAndGetDigitsRules } from "./speak-and-get-digits.ts";
import { startBotConversationRules } from "./start-bot-conversation.ts";
import { voiceFocusRules } from "./voice-focus.ts";

type RulesByName = { readonly [Name in keyof ActionsByName]: ActionRules<ActionsByName[Name]> };

/** The rules of every action that is checked; each action's own file holds them. */
export const actionRulesByName: RulesByName = {
  CallAndBridge: callAndBridgeRules,
  Hangup: hangupRules,
  JoinChimeMeeting: joinChimeMeetingRules,
  ModifyChimeMeetingAttendees: modifyChimeMeetingAttendeesRules,
  Pause: pauseRules,
  PauseCallRecording: ofRecordingRules,
  PlayAudio: playAudioRules,
  PlayAudioAndGetDigits: playAudioAndGetDigitsRules,
  ReceiveDigits: receiveDigitsRules,
  RecordAudio: recordAudioRules,
  ResumeCallRecording: ofRecordingRules,
  SendDigits: sendDigitsRules,
  Speak: speakRules,
  SpeakAndGetDigits: speakAndGetDigitsRules,
  StartBotConversation: startBotConversationRules,
  StartCallRecording: startCallRecordingRules,
  StopCallRecording: ofRecordingRules,
  VoiceFocus: voiceFocusRules,
};
