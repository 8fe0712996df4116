// Actions as the builders make them from any right options.
import fc from "fast-check";
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

export const e164 = fc.stringMatching(/^\+[1-9]\d{1,14}$/);

const text = fc.string({ minLength: 1, maxLength: 1_000 });
const milliseconds = fc.integer({ min: 1, max: 100_000 });
const terminators = fc.array(fc.constantFrom(..."0123456789#*"), { maxLength: 3 });
const audioFile = fc.record({ bucketName: text, key: text });

const leg = fc.oneof(
  fc.record({ callId: text }),
  fc.record({ participantTag: fc.constantFrom("LEG-A" as const, "LEG-B" as const) }),
  fc.constant({}),
);

const speech = fc
  .record(
    {
      text,
      engine: fc.constantFrom("standard" as const, "neural" as const),
      languageCode: fc.constantFrom("en-US", "fr-CA"),
      textType: fc.constantFrom("text" as const, "ssml" as const),
      voiceId: fc.constantFrom("Joanna", "Gabrielle"),
    },
    { requiredKeys: ["text"] },
  )
  // SSML is one element; any other text would be refused.
  .map((each) => (each.textType === "ssml" ? { ...each, text: "<speak>Hello</speak>" } : each));

const digitInput = fc.record(
  {
    repeatDurationInMilliseconds: milliseconds,
    inputDigitsRegex: fc.constantFrom("^\\d{2}#$", "[1-3]"),
    minNumberOfDigits: fc.integer({ min: 0, max: 63 }),
    maxNumberOfDigits: fc.integer({ min: 64, max: 128 }),
    terminatorDigits: terminators,
    inBetweenDigitsDurationInMilliseconds: milliseconds,
    repeat: fc.integer({ min: 1, max: 9 }),
  },
  { requiredKeys: ["repeatDurationInMilliseconds"] },
);

const phoneBridge = fc.record(
  {
    callerIdNumber: e164,
    endpoint: fc.record({ type: fc.constant("PSTN" as const), number: e164 }),
    timeoutSeconds: fc.integer({ min: 1, max: 120 }),
    ringbackTone: audioFile,
  },
  { requiredKeys: ["callerIdNumber", "endpoint"] },
);

const voiceConnectorBridge = fc.record(
  {
    callerIdNumber: e164,
    endpoint: fc.record({
      type: fc.constant("AWS" as const),
      arn: fc.stringMatching(/^arn:aws:chime:us-(east|west)-\d:\d{12}:vcg?\/[a-z\d]{1,22}$/),
      uri: fc.stringMatching(/^[A-Za-z\d&=+$/%\-_!~*().]{1,36}$/),
    }),
    sipHeaders: fc.dictionary(
      fc.constantFrom("User-to-User", "diversion", "X-Call-Context-Id"),
      fc.stringMatching(/^[ -~]{0,2048}$/),
    ),
  },
  { requiredKeys: ["callerIdNumber", "endpoint"] },
);

const recording = fc.record(
  {
    durationInSeconds: fc.integer({ min: 1, max: 3_600 }),
    recordingTerminators: terminators,
    recordingDestination: fc.record(
      { bucketName: text, prefix: text },
      { requiredKeys: ["bucketName"] },
    ),
    silenceDurationInSeconds: fc.integer({ min: 1, max: 60 }),
    silenceThreshold: fc.integer({ min: 1, max: 1_000 }),
  },
  { requiredKeys: ["durationInSeconds", "recordingTerminators", "recordingDestination"] },
);

function both<Left extends object, Right extends object>(
  left: fc.Arbitrary<Left>,
  right: fc.Arbitrary<Right>,
): fc.Arbitrary<Left & Right> {
  return fc.tuple(left, right).map(([a, b]) => ({ ...a, ...b }));
}

const actions: { readonly [Name in Action["Type"]]: fc.Arbitrary<Action> } = {
  CallAndBridge: fc.oneof(phoneBridge, voiceConnectorBridge).map(callAndBridge),
  Hangup: both(
    leg,
    fc.record({ sipResponseCode: fc.constantFrom("0" as const, "480" as const, "486" as const) }),
  ).map(hangup),
  JoinChimeMeeting: fc.record({ joinToken: text, meetingId: text }).map(joinChimeMeeting),
  ModifyChimeMeetingAttendees: fc
    .record({
      callId: text,
      operation: fc.constantFrom("Mute" as const, "Unmute" as const),
      meetingId: text,
      attendeeList: fc.array(text, { minLength: 1, maxLength: 3 }),
    })
    .map(modifyChimeMeetingAttendees),
  PauseCallRecording: fc.record({ callId: text }).map(pauseCallRecording),
  ResumeCallRecording: fc.record({ callId: text }).map(resumeCallRecording),
  StartBotConversation: both(
    leg,
    fc.record({
      botAliasArn: fc.stringMatching(
        /^arn:aws:lex:us-east-1:\d{12}:bot-alias\/[A-Z\d]{1,10}\/[A-Z\d]{1,10}$/,
      ),
      localeId: fc.constantFrom("en_US", "fr_CA"),
    }),
  ).map(startBotConversation),
  StartCallRecording: fc
    .record({
      callId: text,
      track: fc.constantFrom("BOTH" as const, "INCOMING" as const, "OUTGOING" as const),
      location: text,
    })
    .map(startCallRecording),
  StopCallRecording: fc.record({ callId: text }).map(stopCallRecording),
  VoiceFocus: fc.record({ callId: text, enable: fc.boolean() }).map(voiceFocus),
  Pause: both(
    leg,
    fc.record({ durationInMilliseconds: fc.integer({ min: 100, max: 30_000 }) }),
  ).map(pause),
  PlayAudio: both(leg, fc.record({ audioSource: audioFile, playbackTerminators: terminators })).map(
    playAudio,
  ),
  PlayAudioAndGetDigits: both(
    both(leg, digitInput),
    fc.record({ audioSource: audioFile, failureAudioSource: audioFile }),
  ).map(playAudioAndGetDigits),
  ReceiveDigits: both(
    leg,
    fc.tuple(milliseconds, milliseconds).map(([look, more]) => ({
      inputDigitsRegex: "^\\d{2}#$",
      inBetweenDigitsDurationInMilliseconds: look,
      flushDigitsDurationInMilliseconds: look + more,
    })),
  ).map(receiveDigits),
  RecordAudio: both(leg, recording).map(recordAudio),
  SendDigits: fc
    .record({ callId: text, digits: fc.stringMatching(/^[\d*#A-D,]{1,50}$/) })
    .map(sendDigits),
  Speak: both(speech, fc.record({ callId: text })).map(speak),
  SpeakAndGetDigits: both(
    digitInput,
    fc.record({ callId: text, speech, failureSpeech: speech }),
  ).map(speakAndGetDigits),
};

/** Any action that a builder makes. */
export const anyBuiltAction: fc.Arbitrary<Action> = fc.oneof(...Object.values(actions));
