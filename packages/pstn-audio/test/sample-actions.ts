// One action of each kind, as its builder makes it.
import type { Action } from "../src/actions/action.ts";
import { callAndBridge } from "../src/actions/call-and-bridge.ts";
import {
  pauseCallRecording,
  resumeCallRecording,
  startCallRecording,
  stopCallRecording,
} from "../src/actions/call-recording.ts";
import { hangup } from "../src/actions/hangup.ts";
import { joinChimeMeeting } from "../src/actions/join-chime-meeting.ts";
import { modifyChimeMeetingAttendees } from "../src/actions/modify-chime-meeting-attendees.ts";
import { pause } from "../src/actions/pause.ts";
import { playAudio } from "../src/actions/play-audio.ts";
import { playAudioAndGetDigits } from "../src/actions/play-audio-and-get-digits.ts";
import { receiveDigits } from "../src/actions/receive-digits.ts";
import { recordAudio } from "../src/actions/record-audio.ts";
import { sendDigits } from "../src/actions/send-digits.ts";
import { speak } from "../src/actions/speak.ts";
import { speakAndGetDigits } from "../src/actions/speak-and-get-digits.ts";
import { startBotConversation } from "../src/actions/start-bot-conversation.ts";
import { voiceFocus } from "../src/actions/voice-focus.ts";

type SampleActions = { readonly [Name in Action["Type"]]: Extract<Action, { Type: Name }> };

const audioSource = { bucketName: "prompts", key: "welcome.wav" };
const failureAudioSource = { bucketName: "prompts", key: "again.wav" };

export const sampleActions: SampleActions = {
  CallAndBridge: callAndBridge({
    callerIdNumber: "+16075550100",
    timeoutSeconds: 20,
    endpoint: { type: "AWS", arn: "arn:aws:chime:us-east-1:111122223333:vc/abc123", uri: "5550" },
    sipHeaders: { "User-to-User": "6373693d61;encoding=hex", "X-Call-Context-Id": "a" },
  }),
  Hangup: hangup({ participantTag: "LEG-B", sipResponseCode: "0" }),
  JoinChimeMeeting: joinChimeMeeting({
    joinToken: "token",
    meetingId: "meeting-1",
    participantTag: "LEG-A",
  }),
  ModifyChimeMeetingAttendees: modifyChimeMeetingAttendees({
    callId: "call-a",
    operation: "Mute",
    meetingId: "meeting-1",
    attendeeList: ["attendee-1"],
  }),
  Pause: pause({ durationInMilliseconds: 1_000 }),
  PauseCallRecording: pauseCallRecording({ callId: "call-a" }),
  PlayAudio: playAudio({ callId: "call-a", audioSource, playbackTerminators: ["#"], repeat: 2 }),
  PlayAudioAndGetDigits: playAudioAndGetDigits({
    participantTag: "LEG-A",
    audioSource,
    failureAudioSource,
    repeatDurationInMilliseconds: 5_000,
  }),
  ReceiveDigits: receiveDigits({
    participantTag: "LEG-A",
    inputDigitsRegex: "^\\d{2}#$",
    inBetweenDigitsDurationInMilliseconds: 1_000,
    flushDigitsDurationInMilliseconds: 10_000,
  }),
  RecordAudio: recordAudio({
    callId: "call-a",
    durationInSeconds: 10,
    recordingTerminators: ["#"],
    recordingDestination: { bucketName: "recordings", prefix: "calls" },
  }),
  ResumeCallRecording: resumeCallRecording({ callId: "call-a" }),
  SendDigits: sendDigits({ callId: "call-a", digits: ",,*12A#" }),
  Speak: speak({ callId: "call-a", text: "One moment, please.", languageCode: "en-US" }),
  SpeakAndGetDigits: speakAndGetDigits({
    callId: "call-a",
    speech: { text: "Your extension?" },
    failureSpeech: { text: "Once more, please." },
    inputDigitsRegex: "^\\d{2}$",
    minNumberOfDigits: 2,
    maxNumberOfDigits: 3,
    repeatDurationInMilliseconds: 10_000,
  }),
  StartBotConversation: startBotConversation({
    participantTag: "LEG-A",
    botAliasArn: "arn:aws:lex:us-east-1:111122223333:bot-alias/BOT/ALIAS",
    localeId: "en_US",
    configuration: { SessionState: { DialogAction: { Type: "ElicitIntent" } } },
  }),
  StartCallRecording: startCallRecording({ callId: "call-a", track: "BOTH", location: "calls" }),
  StopCallRecording: stopCallRecording({ callId: "call-a" }),
  VoiceFocus: voiceFocus({ callId: "call-a", enable: true }),
};
