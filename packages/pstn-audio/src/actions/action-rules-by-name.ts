import type { ActionRules } from "../rules/action-rules.ts";
import type { ActionsByName } from "./action.ts";
import { callAndBridgeRules } from "./call-and-bridge.ts";
import { hangupRules } from "./hangup.ts";
import { joinChimeMeetingRules } from "./join-chime-meeting.ts";
import { pauseRules } from "./pause.ts";
import { playAudioRules } from "./play-audio.ts";
import { playAudioAndGetDigitsRules } from "./play-audio-and-get-digits.ts";
import { receiveDigitsRules } from "./receive-digits.ts";
import { recordAudioRules } from "./record-audio.ts";
import { sendDigitsRules } from "./send-digits.ts";
import { speakRules } from "./speak.ts";
import { speakAndGetDigitsRules } from "./speak-and-get-digits.ts";

type RulesByName = { readonly [Name in keyof ActionsByName]: ActionRules<ActionsByName[Name]> };

/** The rules of every action that is checked; each action's own file holds them. */
export const actionRulesByName: RulesByName = {
  CallAndBridge: callAndBridgeRules,
  Hangup: hangupRules,
  JoinChimeMeeting: joinChimeMeetingRules,
  Pause: pauseRules,
  PlayAudio: playAudioRules,
  PlayAudioAndGetDigits: playAudioAndGetDigitsRules,
  ReceiveDigits: receiveDigitsRules,
  RecordAudio: recordAudioRules,
  SendDigits: sendDigitsRules,
  Speak: speakRules,
  SpeakAndGetDigits: speakAndGetDigitsRules,
};
