import { expect, test } from "@jest/globals";
import { rawEvent, rawLeg, rawLegB } from "../../test/raw-event.ts";
import { sampleActions } from "../../test/sample-actions.ts";
import type { Action } from "../actions/action.ts";
import { readEvent } from "../events/read-event.ts";
import type { CallKnowledge } from "../rules/action-rules.ts";
import { checkAnswer } from "./check-answer.ts";

type Change = Readonly<Record<string, unknown>>;

/** The problems of the sample action of that name once its parameters are changed. */
function problemsOf(name: Action["Type"], change: Change, known: CallKnowledge = {}) {
  const Parameters = { ...sampleActions[name].Parameters, ...change };
  const raw = { SchemaVersion: "1.0", Actions: [{ Type: name, Parameters }] };
  return checkAnswer(JSON.parse(JSON.stringify(raw)), { eventType: "CALL_ANSWERED", ...known });
}

const phone = { BridgeEndpointType: "PSTN", Uri: "+13035550122" };
const connector = {
  BridgeEndpointType: "AWS",
  Arn: "arn:aws:chime:us-east-1:111122223333:vc/abc123",
  Uri: "5550",
};
const noHeaders = { SipHeaders: undefined };

const invalidCallerId = "Invalid caller ID.";
const noCallerId = "Caller ID not defined.";
const wrongCount = "Invalid number of endpoints provided.";
const wrongEndpoint = "Endpoint parameter is invalid.";
const wrongTimeout =
  "The MaxCallTimeout parameter is invalid. Timeout must be between 0 and 120 seconds.";

test.each<[string, Change]>([
  [noCallerId, { CallerIdNumber: undefined }],
  [noCallerId, { CallerIdNumber: null }],
  [invalidCallerId, { CallerIdNumber: "" }],
  [invalidCallerId, { CallerIdNumber: "6075550100" }],
  [invalidCallerId, { CallerIdNumber: "+1 607 555 0100" }],
  [invalidCallerId, { CallerIdNumber: "+1234567890123456" }],
  [invalidCallerId, { CallerIdNumber: 16075550100 }],
  [wrongCount, { Endpoints: undefined }],
  [wrongCount, { Endpoints: [] }],
  [wrongCount, { Endpoints: [connector, connector] }],
  [wrongCount, { Endpoints: connector }],
  [wrongEndpoint, { Endpoints: ["+13035550122"] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, BridgeEndpointType: "SIP" }], ...noHeaders }],
  [wrongEndpoint, { Endpoints: [{ ...phone, Uri: "3035550122" }], ...noHeaders }],
  [wrongEndpoint, { Endpoints: [{ ...phone, Uri: undefined }], ...noHeaders }],
  [wrongEndpoint, { Endpoints: [{ ...phone, Arn: connector.Arn }], ...noHeaders }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Arn: undefined }] }],
  [wrongEndpoint, { Endpoints: [{ BridgeEndpointType: "SIP" }], ...noHeaders }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Arn: "arn:aws:s3:::bucket" }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Arn: `x${connector.Arn}` }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Arn: `${connector.Arn}/x` }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Uri: undefined }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Uri: "" }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Uri: "agent@host" }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Uri: "a b" }] }],
  [wrongEndpoint, { Endpoints: [{ ...connector, Uri: "x".repeat(37) }] }],
  [wrongTimeout, { CallTimeoutSeconds: 0 }],
  [wrongTimeout, { CallTimeoutSeconds: 121 }],
  [wrongTimeout, { CallTimeoutSeconds: 1.5 }],
  [wrongTimeout, { CallTimeoutSeconds: "soon" }],
])("CallAndBridge fails with %j on %j", (message, change) => {
  expect(problemsOf("CallAndBridge", change)).toMatchObject([
    {
      severity: "error",
      scope: "action",
      actionIndex: 0,
      errorType: "InvalidActionParameter",
      message,
    },
  ]);
});

test.each<[Change]>([
  [{ CallTimeoutSeconds: 1 }],
  [{ CallTimeoutSeconds: 120 }],
  [{ CallTimeoutSeconds: "30" }],
  [{ CallTimeoutSeconds: null }],
  [{ Endpoints: [phone], ...noHeaders }],
  [{ Endpoints: [{ ...phone, Arn: null }], SipHeaders: {} }],
  [{ Endpoints: [{ ...connector, Uri: "aZ0&=+$/%-_!~*()." }] }],
  [{ Endpoints: [{ ...connector, Uri: "x".repeat(36) }] }],
  [{ Endpoints: [{ ...connector, Arn: "arn:aws:chime:us-west-2:111122223333:vcg/group-1" }] }],
  [{ Endpoints: [{ ...connector, Arn: "arn:aws-us-gov:chime:us-gov-west-1:1234:vc/a" }] }],
  [{ SipHeaders: { diversion: "sip:+13035550122@example.com", "X-Floor": "x".repeat(2_048) } }],
  [{ SipHeaders: { "User-to-User": '"Zoë 😀";purpose=x' } }],
])("CallAndBridge accepts %j", (change) => {
  expect(problemsOf("CallAndBridge", change)).toEqual([]);
});

test.each<[string, Change]>([
  ["X-AMZN", { "X-AMZN": "a", "User-to-User": "b" }],
  ["x-amzn-trace, X-Vinex-1", { "x-amzn-trace": "a", "X-Vinex-1": "b", "X-Floor": "3" }],
  ["x-vcx-1", { "x-vcx-1": "a" }],
  ["X-Canary", { "X-Canary": "a" }],
  ["X-VoiceConnector", { "X-VoiceConnector": "a" }],
  ["From", { From: "a" }],
  ["x-", { "x-": "a" }],
  ["Ax-Floor", { "Ax-Floor": "a" }],
  ["X-Floor Plan", { "X-Floor Plan": "a" }],
  ["X-Floor", { "X-Floor": "x".repeat(2_049) }],
  ["X-Floor", { "X-Floor": 3 }],
  ["X-Floor", { "X-Floor": "3\nX-Amzn-Injected: 1" }],
  ["X-Floor", { "X-Floor": "3\rX-Amzn-Injected: 1" }],
  ...["\0", "\t", "\v", "\f", "\u001b", "\u007f", "\u0085", "\u009f", "\u2028", "\u2029"].map(
    (character): [string, Change] => ["X-Floor", { "X-Floor": `3${character}4` }],
  ),
  ["User-to-User", { "User-to-User": "\ud83d" }],
  ["User-to-User", { "User-to-User": "\ude00a" }],
])("CallAndBridge fails with the SIP header(s) %s", (names, SipHeaders) => {
  expect(problemsOf("CallAndBridge", { SipHeaders })).toMatchObject([
    {
      scope: "action",
      errorType: "InvalidActionParameter",
      message: `Invalid SIP header(s) provided: ${names}`,
      field: "Actions[0].Parameters.SipHeaders",
    },
  ]);
});

test("headers on a call to a phone number draw a warning: it is connected without them", () => {
  const change = { Endpoints: [phone], SipHeaders: { "X-Floor": "3", "User-to-User": "a" } };
  expect(problemsOf("CallAndBridge", change)).toMatchObject([
    { severity: "warning", field: "Actions[0].Parameters.SipHeaders" },
  ]);
});

test("headers inside the endpoint are dropped by the service: a warning, not an error", () => {
  const Endpoints = [{ ...connector, SipHeaders: { "X-Floor": "3" } }];
  expect(problemsOf("CallAndBridge", { Endpoints, ...noHeaders })).toEqual([
    {
      severity: "warning",
      scope: "action",
      actionIndex: 0,
      field: "Actions[0].Parameters.Endpoints[0].SipHeaders",
      message: "The service drops SipHeaders here; they belong beside Endpoints.",
    },
  ]);
});

const notOurs =
  "Invalid caller ID number provided. Number must be owned by this AWS account, or be the From number of LEG-A.";
const legOf = (fields: Change) => readEvent(rawEvent({ legs: [rawLeg(fields)] })).legs;

test("a caller ID is the account's or LEG-A's From number, where those are known", () => {
  const ownedNumbers = ["+16075550199"];
  const legs = legOf({ From: "+12045550111" });
  const withId = (CallerIdNumber: string) => ({ CallerIdNumber, ...noHeaders });
  const messages = (callerId: string, known: CallKnowledge) =>
    problemsOf("CallAndBridge", withId(callerId), known).map(({ message }) => `${message}`);

  expect(messages("+16075550199", { ownedNumbers })).toEqual([]);
  expect(messages("+12045550111", { ownedNumbers, legs })).toEqual([]);
  expect(messages("+12045550111", { ownedNumbers })).toEqual([notOurs]);
  expect(messages("+13035550122", { ownedNumbers, legs })).toEqual([notOurs]);
  expect(messages("+13035550122", { legs })).toEqual([]);
  expect(messages("3035550122", { ownedNumbers, legs })).toEqual([invalidCallerId]);
});

test("the From number of a skill call is no caller ID", () => {
  const SipHeaders = { "x-alexa-lwa-clientid": "amzn1.application-oa2-client.0" };
  const known = {
    ownedNumbers: ["+16075550199"],
    legs: legOf({ From: "+12045550111", SipHeaders }),
  };
  expect(problemsOf("CallAndBridge", { CallerIdNumber: "+12045550111" }, known)).toMatchObject([
    { errorType: "InvalidActionParameter", message: notOurs },
  ]);
});

test.each<[Action["Type"], unknown]>([
  ["Speak", undefined],
  ["Speak", ""],
  ["Speak", null],
  ["SpeakAndGetDigits", ""],
  ["SendDigits", undefined],
  ["VoiceFocus", undefined],
  ["StartCallRecording", ""],
])("%s with the CallId %j runs on the leg of the event, with a warning", (type, CallId) => {
  expect(problemsOf(type, { CallId }, { legs: legOf({ CallId: "call-a" }) })).toMatchObject([
    { severity: "warning", field: "Actions[0].Parameters.CallId" },
  ]);
});

test("a CallId is one of the call's legs, where those are known", () => {
  const legs = readEvent(rawEvent({ legs: [rawLeg({ CallId: "call-z" }), rawLegB()] })).legs;
  expect(problemsOf("Speak", { CallId: "call-z" }, { legs })).toEqual([]);
  expect(problemsOf("Speak", { CallId: "call-a" }, { legs })).toMatchObject([
    {
      errorType: "InvalidActionParameter",
      message: "CallId or ParticipantTag parameter for action is invalid.",
      field: "Actions[0].Parameters.CallId",
    },
  ]);
});

const invalidLeg = "CallId or ParticipantTag parameter for action is invalid.";
const noText = "Text is a required parameter.";
const longText = "Text is limited to 1,000 characters";
const invalidAudio = "Audio Source parameter value is invalid.";
const audio = { Type: "S3", BucketName: "prompts", Key: "welcome.wav" };
const destination = { Type: "S3", BucketName: "recordings" };

test.each<[Action["Type"], string, string, Change]>([
  [
    "CallAndBridge",
    "InvalidAudioSource",
    "Ringtone parameter value is invalid.",
    { RingbackTone: { ...audio, Key: "" } },
  ],
  [
    "CallAndBridge",
    "InvalidAudioSource",
    "Ringtone parameter value is invalid.",
    { RingbackTone: "ring.wav" },
  ],
  [
    "CallAndBridge",
    "InvalidActionParameter",
    "Invalid SIP header(s) provided: ",
    { SipHeaders: "X-Floor: 3" },
  ],

  ["Hangup", "InvalidActionParameter", invalidLeg, { ParticipantTag: "Leg-A" }],
  ["Hangup", "InvalidActionParameter", invalidLeg, { CallId: 7 }],
  [
    "Hangup",
    "InvalidActionParameter",
    "The SipResponseCode parameter is invalid.",
    { SipResponseCode: "603" },
  ],
  [
    "Hangup",
    "InvalidActionParameter",
    "The SipResponseCode parameter is invalid.",
    { SipResponseCode: 486 },
  ],

  [
    "JoinChimeMeeting",
    "InvalidActionParameter",
    "JoinToken parameter value is invalid.",
    { JoinToken: undefined },
  ],
  [
    "JoinChimeMeeting",
    "InvalidActionParameter",
    "JoinToken parameter value is invalid.",
    { JoinToken: "" },
  ],
  [
    "JoinChimeMeeting",
    "InvalidActionParameter",
    "The MeetingId parameter is invalid.",
    { MeetingId: 7 },
  ],
  ["JoinChimeMeeting", "InvalidActionParameter", invalidLeg, { ParticipantTag: "LEG-B" }],

  [
    "Pause",
    "InvalidActionParameter",
    "The Duration parameter is invalid.",
    { DurationInMilliseconds: 99 },
  ],
  [
    "Pause",
    "InvalidActionParameter",
    "The Duration parameter is invalid.",
    { DurationInMilliseconds: 30_001 },
  ],
  [
    "Pause",
    "InvalidActionParameter",
    "The Duration parameter is invalid.",
    { DurationInMilliseconds: undefined },
  ],

  ["PlayAudio", "InvalidAudioSource", invalidAudio, { AudioSource: undefined }],
  ["PlayAudio", "InvalidAudioSource", invalidAudio, { AudioSource: { ...audio, Type: "HTTP" } }],
  [
    "PlayAudio",
    "InvalidAudioSource",
    invalidAudio,
    { AudioSource: { ...audio, BucketName: null } },
  ],
  [
    "PlayAudio",
    "InvalidActionParameter",
    "The PlaybackTerminators parameter is invalid.",
    { PlaybackTerminators: "#" },
  ],
  [
    "PlayAudio",
    "InvalidActionParameter",
    "The PlaybackTerminators parameter is invalid.",
    { PlaybackTerminators: ["##"] },
  ],
  ["PlayAudio", "InvalidActionParameter", "The Repeat parameter is invalid.", { Repeat: 0 }],

  ["PlayAudioAndGetDigits", "InvalidAudioSource", invalidAudio, { FailureAudioSource: undefined }],
  [
    "PlayAudioAndGetDigits",
    "InvalidActionParameter",
    "The InputDigitsRegex parameter is invalid.",
    { InputDigitsRegex: "[" },
  ],
  [
    "PlayAudioAndGetDigits",
    "InvalidActionParameter",
    "The MaxNumberOfDigits parameter is invalid.",
    { MaxNumberOfDigits: 129 },
  ],
  [
    "PlayAudioAndGetDigits",
    "InvalidActionParameter",
    "The RepeatDurationInMilliseconds parameter is invalid.",
    { RepeatDurationInMilliseconds: 0 },
  ],

  [
    "ReceiveDigits",
    "InvalidActionParameter",
    "The InputDigitsRegex parameter is invalid.",
    { InputDigitsRegex: "" },
  ],
  [
    "ReceiveDigits",
    "InvalidActionParameter",
    "The InBetweenDigitsDurationInMilliseconds parameter is invalid.",
    { InBetweenDigitsDurationInMilliseconds: 0 },
  ],
  [
    "ReceiveDigits",
    "InvalidActionParameter",
    "The FlushDigitsDurationInMilliseconds parameter is invalid.",
    { FlushDigitsDurationInMilliseconds: 1_000 },
  ],
  [
    "ReceiveDigits",
    "InvalidActionParameter",
    "The FlushDigitsDurationInMilliseconds parameter is invalid.",
    { FlushDigitsDurationInMilliseconds: undefined },
  ],

  [
    "RecordAudio",
    "InvalidActionParameter",
    "The DurationInSeconds parameter is invalid.",
    { DurationInSeconds: 0 },
  ],
  [
    "RecordAudio",
    "InvalidActionParameter",
    "The RecordingTerminators parameter is invalid.",
    { RecordingTerminators: undefined },
  ],
  [
    "RecordAudio",
    "InvalidActionParameter",
    "The RecordingDestination parameter is invalid.",
    { RecordingDestination: { ...destination, Type: "FTP" } },
  ],
  [
    "RecordAudio",
    "InvalidActionParameter",
    "The RecordingDestination parameter is invalid.",
    { RecordingDestination: undefined },
  ],
  [
    "RecordAudio",
    "InvalidActionParameter",
    "The SilenceThreshold parameter is invalid.",
    { SilenceThreshold: 1_001 },
  ],
  [
    "RecordAudio",
    "InvalidActionParameter",
    "The SilenceDurationInSeconds parameter is invalid.",
    { SilenceDurationInSeconds: 0 },
  ],

  [
    "SendDigits",
    "InvalidActionParameter",
    "The Digits parameter is invalid.",
    { Digits: "1".repeat(51) },
  ],
  ["SendDigits", "InvalidActionParameter", "The Digits parameter is invalid.", { Digits: "12E" }],
  [
    "SendDigits",
    "InvalidActionParameter",
    "ToneDuration parameter value is invalid.",
    { ToneDurationInMilliseconds: 49 },
  ],

  ["Speak", "MissingRequiredActionParameter", noText, { Text: undefined }],
  ["Speak", "MissingRequiredActionParameter", longText, { Text: "x".repeat(1_001) }],
  ["Speak", "InvalidActionParameter", "The Engine parameter is invalid.", { Engine: "generative" }],
  ["Speak", "InvalidActionParameter", "The TextType parameter is invalid.", { TextType: "SSML" }],
  ["Speak", "InvalidActionParameter", "The VoiceId parameter is invalid.", { VoiceId: 7 }],

  ["SpeakAndGetDigits", "MissingRequiredActionParameter", noText, { SpeechParameters: undefined }],
  ["SpeakAndGetDigits", "MissingRequiredActionParameter", noText, { FailureSpeechParameters: {} }],
  [
    "SpeakAndGetDigits",
    "MissingRequiredActionParameter",
    longText,
    { SpeechParameters: { Text: "x".repeat(1_001) } },
  ],
  [
    "SpeakAndGetDigits",
    "InvalidActionParameter",
    "The MinNumberOfDigits parameter is invalid.",
    { MinNumberOfDigits: -1 },
  ],
  [
    "SpeakAndGetDigits",
    "InvalidActionParameter",
    "The MaxNumberOfDigits parameter is invalid.",
    { MaxNumberOfDigits: 1 },
  ],
  [
    "SpeakAndGetDigits",
    "InvalidActionParameter",
    "The TerminatorDigits parameter is invalid.",
    { TerminatorDigits: ["A"] },
  ],
  [
    "SpeakAndGetDigits",
    "InvalidActionParameter",
    "The RepeatDurationInMilliseconds parameter is invalid.",
    { RepeatDurationInMilliseconds: undefined },
  ],
])("%s fails with %s, %j", (name, errorType, message, change) => {
  expect(problemsOf(name, change)).toMatchObject([
    { severity: "error", scope: "action", actionIndex: 0, errorType, message },
  ]);
});

test.each<[Action["Type"], Change]>([
  ["Pause", { DurationInMilliseconds: 100 }],
  ["Pause", { DurationInMilliseconds: "30000" }],
  ["PlayAudio", { Repeat: "5", CallId: undefined }],
  ["RecordAudio", { DurationInSeconds: "10", SilenceThreshold: 1_000 }],
  ["Speak", { Text: `<speak>${"x".repeat(985)}</speak>`, Engine: "neural", TextType: "ssml" }],
  ["Hangup", { SipResponseCode: null, ParticipantTag: null, CallId: "call-a" }],
])("%s accepts %j", (name, change) => {
  expect(problemsOf(name, change)).toEqual([]);
});

test.each<[Action["Type"], string, string]>([
  ["SpeakAndGetDigits", "InputDigitRegex", " Is InputDigitsRegex meant?"],
  ["RecordAudio", "RecordinDestination", " Is RecordingDestination meant?"],
  ["Pause", "DurationInMilliSeconds", " Is DurationInMilliseconds meant?"],
  ["Speak", "ParticipantTag", ""],
])("%s with %s draws a warning, for the service ignores it", (name, slip, advice) => {
  expect(problemsOf(name, { [slip]: "LEG-A" })).toEqual([
    {
      severity: "warning",
      scope: "action",
      actionIndex: 0,
      field: `Actions[0].Parameters.${slip}`,
      message: `The service knows no such parameter here and ignores it.${advice}`,
    },
  ]);
});

test.each(["call-a", undefined])(
  "Hangup of %s with an empty tag draws a warning only",
  (CallId) => {
    expect(problemsOf("Hangup", { CallId, ParticipantTag: "" })).toMatchObject([
      { severity: "warning", field: "Actions[0].Parameters.ParticipantTag" },
    ]);
  },
);

test("an action that is no Hangup is refused with an empty tag", () => {
  expect(problemsOf("Pause", { ParticipantTag: "" })).toMatchObject([{ severity: "error" }]);
});

test("a meeting without its ID draws a warning, for only old ones can be joined so", () => {
  expect(problemsOf("JoinChimeMeeting", { MeetingId: undefined })).toMatchObject([
    { severity: "warning", field: "Actions[0].Parameters.MeetingId" },
  ]);
});

test("as many digits at most as at least draw a warning", () => {
  expect(problemsOf("SpeakAndGetDigits", { MaxNumberOfDigits: 2 })).toMatchObject([
    { severity: "warning", field: "Actions[0].Parameters.MaxNumberOfDigits" },
  ]);
});

const ssml = { TextType: "ssml", Text: "Hello" };
const callerIds = { ownedNumbers: ["+16075550199"] };
const legs = legOf({ CallId: "call-z" });

/** What of an action draws which words of our own, at which parameter. */
test.each<[Action["Type"], Change, string, string, CallKnowledge?]>([
  ["CallAndBridge", { CallerIdNumber: undefined }, "CallerIdNumber", "is required"],
  ["CallAndBridge", { CallerIdNumber: "1" }, "CallerIdNumber", "is not an E.164 number"],
  [
    ...(["CallAndBridge", { CallerIdNumber: "+12045550111" }, "CallerIdNumber"] as const),
    ...(["is neither the account's nor LEG-A's From number", callerIds] as const),
  ],
  [
    ...(["CallAndBridge", { CallTimeoutSeconds: 121 }, "CallTimeoutSeconds"] as const),
    "is not a whole number of 1 to 120",
  ],
  ["CallAndBridge", { Endpoints: [] }, "Endpoints", "is not a list of exactly one endpoint"],
  ["CallAndBridge", { Endpoints: [7] }, "Endpoints[0]", "is not an object"],
  [
    ...(["CallAndBridge", { Endpoints: [{ ...connector, BridgeEndpointType: "SIP" }] }] as const),
    ...(["Endpoints[0].BridgeEndpointType", "is not PSTN or AWS"] as const),
  ],
  [
    ...(["CallAndBridge", { Endpoints: [{ ...phone, Arn: "arn:a" }], ...noHeaders }] as const),
    ...(["Endpoints[0].Arn", "is for AWS endpoints only"] as const),
  ],
  [
    ...(["CallAndBridge", { Endpoints: [{ ...connector, Arn: "arn:a" }] }] as const),
    ...([
      "Endpoints[0].Arn",
      "is not the ARN of a Voice Connector or Voice Connector Group",
    ] as const),
  ],
  [
    ...(["CallAndBridge", { Endpoints: [{ ...connector, Uri: "a@b" }] }] as const),
    ...([
      "Endpoints[0].Uri",
      "is not 1 to 36 characters of a-z A-Z 0-9 & = + $ / % - _ ! ~ * ( ) .",
    ] as const),
  ],
  [
    ...(["CallAndBridge", { Endpoints: [phone], SipHeaders: { "X-Floor": "3" } }] as const),
    ...(["SipHeaders", "are for AWS endpoints; a call to a phone number carries none"] as const),
  ],
  ["CallAndBridge", { SipHeaders: "X-Floor: 3" }, "SipHeaders", "is not an object"],
  [
    ...(["CallAndBridge", { SipHeaders: { From: "a" } }, "SipHeaders"] as const),
    "may hold texts of at most 2048 characters without control characters, named x-…, User-to-User or Diversion, and none of the service's own (x-amzn, x-vinex-, x-vcx-, x-canary, x-voice)",
  ],
  ["CallAndBridge", { RingbackTone: "a" }, "RingbackTone", "is not an object"],
  ["CallAndBridge", { RingbackTone: { ...audio, Type: "HTTP" } }, "RingbackTone.Type", "is not S3"],
  ["PlayAudio", { AudioSource: undefined }, "AudioSource", "is required"],
  ["PlayAudio", { AudioSource: { ...audio, Key: 7 } }, "AudioSource.Key", "is not a text"],
  [
    ...(["PlayAudio", { PlaybackTerminators: "#" }, "PlaybackTerminators"] as const),
    "is not a list of single digits, # or *",
  ],
  ["PlayAudio", { Repeat: 0 }, "Repeat", "is not a whole number of at least 1"],
  ["Hangup", { ParticipantTag: "LEG-C" }, "ParticipantTag", "is not LEG-A or LEG-B"],
  [
    ...(["ReceiveDigits", { InputDigitsRegex: "[" }, "InputDigitsRegex"] as const),
    "is not a regular expression",
  ],
  ["ReceiveDigits", { InputDigitsRegex: "" }, "InputDigitsRegex", "is not a text"],
  [
    ...(["Speak", { CallId: "" }, "CallId"] as const),
    "is required by the guide; without it the service takes the leg of the event",
  ],
  ["Speak", { CallId: 7 }, "CallId", "is not a text"],
  ["Speak", { CallId: "call-a" }, "CallId", "is no leg of this call", { legs }],
  ["Speak", { Text: "x".repeat(1_001) }, "Text", "is longer than 1000 characters"],
  ["Speak", { Text: undefined }, "Text", "is required"],
  ["Speak", { Engine: "loud" }, "Engine", "is not standard or neural"],
  ["Speak", { TextType: "html" }, "TextType", "is not text or ssml"],
  ["Speak", ssml, "Text", "is not inside <speak>"],
  ["Speak", { ...ssml, Text: "" }, "Text", "is not a text"],
  ["Speak", { ...ssml, Text: 7 }, "Text", "is not a text"],
  ["Speak", { VoiceId: "" }, "VoiceId", "is not a text"],
  ["Speak", { VoiceId: 7 }, "VoiceId", "is not a text"],
  ["Speak", { LanguageCode: "" }, "LanguageCode", "is not a text"],
  [
    ...(["Speak", { VoiceId: "Nobody" }, "VoiceId"] as const),
    "Amazon Polly has no such voice, as far as is known here; the action would fail.",
  ],
  [
    ...(["Speak", { LanguageCode: "tlh" }, "LanguageCode"] as const),
    "Amazon Polly has no such language, as far as is known here; the action would fail.",
  ],
  [
    ...(["Speak", { Text: "<speak>Hello</speak>" }, "Text"] as const),
    "It looks like SSML, but TextType is not ssml: its tags are read out.",
  ],
  [
    ...(["SpeakAndGetDigits", { SpeechParameters: { ...ssml } }] as const),
    ...(["SpeechParameters.Text", "is not inside <speak>"] as const),
  ],
  [
    ...(["SpeakAndGetDigits", { SpeechParameters: { Text: "a", Engine: "loud" } }] as const),
    ...(["SpeechParameters.Engine", "is not standard or neural"] as const),
  ],
  [
    ...(["SpeakAndGetDigits", { MaxNumberOfDigits: 2 }, "MaxNumberOfDigits"] as const),
    "The guide wants it to be greater than MinNumberOfDigits.",
  ],
  [
    ...(["SpeakAndGetDigits", { MaxNumberOfDigits: 1 }, "MaxNumberOfDigits"] as const),
    "is below MinNumberOfDigits",
  ],
  ["VoiceFocus", { Enable: "maybe" }, "Enable", "is not true or false"],
])("of %s with %j is said at %s: %s", (name, change, field, said, known = {}) => {
  const problems = problemsOf(name, change, known).map((problem) => [
    problem.field,
    problem.severity === "error" ? problem.hint : problem.message,
  ]);
  expect(problems).toEqual([[`Actions[0].Parameters.${field}`, said]]);
});

/** In lower case, and with one letter more or less. */
test.each([
  ["text", true],
  ["TEXT", true],
  ["ext", true],
  ["Tex", true],
  ["Txt", true],
  ["Teext", true],
  ["TTEXT", true],
  ["Texts", true],
  ["Te", false],
  ["Textual", false],
  ["Tent", false],
  ["Colour", false],
])("%s is taken for a slip of Text: %s", (slip, isSlip) => {
  expect(problemsOf("Speak", { [slip]: "a" }).map(({ message }) => `${message}`)).toEqual([
    `The service knows no such parameter here and ignores it.${isSlip ? " Is Text meant?" : ""}`,
  ]);
});
