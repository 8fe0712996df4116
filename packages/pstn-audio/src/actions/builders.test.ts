import { expect, test } from "@jest/globals";
import { sampleActions } from "../../test/sample-actions.ts";
import { callAndBridge } from "./call-and-bridge.ts";
import { hangup } from "./hangup.ts";
import { joinChimeMeeting } from "./join-chime-meeting.ts";
import { pause } from "./pause.ts";
import { speak } from "./speak.ts";
import { speakAndGetDigits } from "./speak-and-get-digits.ts";

test("each builder writes exactly the documented shape", () => {
  expect(sampleActions).toEqual({
    CallAndBridge: {
      Type: "CallAndBridge",
      Parameters: {
        CallerIdNumber: "+16075550100",
        CallTimeoutSeconds: 20,
        Endpoints: [
          {
            BridgeEndpointType: "AWS",
            Arn: "arn:aws:chime:us-east-1:111122223333:vc/abc123",
            Uri: "5550",
          },
        ],
        SipHeaders: { "User-to-User": "6373693d61;encoding=hex", "X-Call-Context-Id": "a" },
      },
    },
    Hangup: { Type: "Hangup", Parameters: { ParticipantTag: "LEG-B", SipResponseCode: "0" } },
    JoinChimeMeeting: {
      Type: "JoinChimeMeeting",
      Parameters: { JoinToken: "token", MeetingId: "meeting-1", ParticipantTag: "LEG-A" },
    },
    ModifyChimeMeetingAttendees: {
      Type: "ModifyChimeMeetingAttendees",
      Parameters: {
        Operation: "Mute",
        MeetingId: "meeting-1",
        CallId: "call-a",
        AttendeeList: ["attendee-1"],
      },
    },
    Pause: { Type: "Pause", Parameters: { DurationInMilliseconds: 1000 } },
    PauseCallRecording: { Type: "PauseCallRecording", Parameters: { CallId: "call-a" } },
    PlayAudio: {
      Type: "PlayAudio",
      Parameters: {
        CallId: "call-a",
        AudioSource: { Type: "S3", BucketName: "prompts", Key: "welcome.wav" },
        PlaybackTerminators: ["#"],
        Repeat: 2,
      },
    },
    PlayAudioAndGetDigits: {
      Type: "PlayAudioAndGetDigits",
      Parameters: {
        ParticipantTag: "LEG-A",
        AudioSource: { Type: "S3", BucketName: "prompts", Key: "welcome.wav" },
        FailureAudioSource: { Type: "S3", BucketName: "prompts", Key: "again.wav" },
        RepeatDurationInMilliseconds: 5000,
      },
    },
    ReceiveDigits: {
      Type: "ReceiveDigits",
      Parameters: {
        ParticipantTag: "LEG-A",
        InputDigitsRegex: "^\\d{2}#$",
        InBetweenDigitsDurationInMilliseconds: 1000,
        FlushDigitsDurationInMilliseconds: 10000,
      },
    },
    RecordAudio: {
      Type: "RecordAudio",
      Parameters: {
        CallId: "call-a",
        DurationInSeconds: 10,
        RecordingTerminators: ["#"],
        RecordingDestination: { Type: "S3", BucketName: "recordings", Prefix: "calls" },
      },
    },
    ResumeCallRecording: { Type: "ResumeCallRecording", Parameters: { CallId: "call-a" } },
    SendDigits: { Type: "SendDigits", Parameters: { CallId: "call-a", Digits: ",,*12A#" } },
    Speak: {
      Type: "Speak",
      Parameters: { CallId: "call-a", Text: "One moment, please.", LanguageCode: "en-US" },
    },
    SpeakAndGetDigits: {
      Type: "SpeakAndGetDigits",
      Parameters: {
        CallId: "call-a",
        SpeechParameters: { Text: "Your extension?" },
        FailureSpeechParameters: { Text: "Once more, please." },
        InputDigitsRegex: "^\\d{2}$",
        MinNumberOfDigits: 2,
        MaxNumberOfDigits: 3,
        RepeatDurationInMilliseconds: 10000,
      },
    },
    StartBotConversation: {
      Type: "StartBotConversation",
      Parameters: {
        ParticipantTag: "LEG-A",
        BotAliasArn: "arn:aws:lex:us-east-1:111122223333:bot-alias/BOT/ALIAS",
        LocaleId: "en_US",
        Configuration: { SessionState: { DialogAction: { Type: "ElicitIntent" } } },
      },
    },
    StartCallRecording: {
      Type: "StartCallRecording",
      Parameters: {
        CallId: "call-a",
        Track: "BOTH",
        Destination: { Type: "S3", Location: "calls" },
      },
    },
    StopCallRecording: { Type: "StopCallRecording", Parameters: { CallId: "call-a" } },
    VoiceFocus: { Type: "VoiceFocus", Parameters: { Enable: true, CallId: "call-a" } },
  });
});

test("options that are not given are absent on the wire, not undefined", () => {
  expect(Object.keys(hangup().Parameters)).toEqual([]);
  expect(Object.keys(speak({ callId: "call-a", text: "Hello." }).Parameters)).toEqual([
    "Text",
    "CallId",
  ]);
});

test("a phone number is bridged without Arn and headers", () => {
  const action = callAndBridge({
    callerIdNumber: "+16075550100",
    endpoint: { type: "PSTN", number: "+13035550122" },
    ringbackTone: { bucketName: "prompts", key: "ring.wav" },
  });
  expect(action.Parameters).toEqual({
    CallerIdNumber: "+16075550100",
    Endpoints: [{ BridgeEndpointType: "PSTN", Uri: "+13035550122" }],
    RingbackTone: { Type: "S3", BucketName: "prompts", Key: "ring.wav" },
  });
});

test("an action keeps nothing of the options it was built from", () => {
  const sipHeaders = { "X-Floor": "3" };
  const endpoint = {
    type: "AWS",
    arn: "arn:aws:chime:us-east-1:111122223333:vc/abc123",
    uri: "5550",
  } as const;
  const action = callAndBridge({ callerIdNumber: "+16075550100", endpoint, sipHeaders });
  sipHeaders["X-Floor"] = "4";
  expect(action.Parameters.SipHeaders).toEqual({ "X-Floor": "3" });
});

test.each([
  ["DurationInMilliseconds", () => pause({ durationInMilliseconds: 99 })],
  ["Text", () => speak({ callId: "call-a", text: "x".repeat(1_001) })],
  ["CallId", () => speak({ callId: "", text: "Hello." })],
  ["JoinToken", () => joinChimeMeeting({ joinToken: "", meetingId: "meeting-1" })],
  [
    "FailureSpeechParameters.Text",
    () =>
      speakAndGetDigits({
        callId: "call-a",
        speech: { text: "Your extension?" },
        failureSpeech: { text: "" },
        repeatDurationInMilliseconds: 1,
      }),
  ],
  [
    "Endpoints[0].Uri",
    () =>
      callAndBridge({
        callerIdNumber: "+16075550100",
        endpoint: { type: "PSTN", number: "555" },
      }),
  ],
])("what the service would refuse is an error that names %s", (field, build) => {
  expect(build).toThrow(
    expect.objectContaining({
      code: "pstn-audio.action-parameter",
      name: "ActionParameterError",
      field,
    }),
  );
});

test("an error says what is wrong and repeats no value", () => {
  const build = () =>
    callAndBridge({
      callerIdNumber: "607 555",
      endpoint: { type: "PSTN", number: "+13035550122" },
    });
  expect(build).toThrow(
    "The PSTN Audio service would refuse CallAndBridge: CallerIdNumber is not an E.164 number",
  );
});

test("the types already refuse headers on a call to a phone number", () => {
  const toPhone = {
    callerIdNumber: "+16075550100",
    endpoint: { type: "PSTN", number: "+13035550122" },
    sipHeaders: { "X-Floor": "3" },
  } as const;
  // @ts-expect-error A phone number takes no SIP headers.
  expect(() => callAndBridge(toPhone)).toThrow("SipHeaders");
});

test("the types already refuse a leg named both ways, a tag for speech and LEG-B for a meeting", () => {
  // @ts-expect-error CallId or ParticipantTag, not both.
  hangup({ callId: "call-a", participantTag: "LEG-A" });
  // @ts-expect-error Speak takes a CallId only.
  expect(() => speak({ participantTag: "LEG-A", text: "Hello." })).toThrow("CallId");
  const legB = { joinToken: "token", meetingId: "meeting-1", participantTag: "LEG-B" } as const;
  // @ts-expect-error Only LEG-A joins a meeting.
  expect(() => joinChimeMeeting(legB)).toThrow("ParticipantTag");
});

test("what the service only warns of is built: Polly gets new voices", () => {
  expect(speak({ callId: "call-a", text: "Hello", voiceId: "Nova" }).Parameters).toMatchObject({
    VoiceId: "Nova",
  });
});
