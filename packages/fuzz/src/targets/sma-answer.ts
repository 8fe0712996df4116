import { actionNames, checkAnswer } from "@skill-call/pstn-audio";
import { ensure, type Target } from "./target.ts";

const speech = {
  Text: "<speak>Hello <break time='1s'/></speak>",
  TextType: "ssml",
  Engine: "neural",
};

export const smaAnswer: Target = {
  is: "answers of any SMA Lambda, by the checker that the emulator asks",
  form: "json",
  samples: [
    JSON.stringify({
      SchemaVersion: "1.0",
      Actions: [
        {
          Type: "Speak",
          Parameters: { ...speech, CallId: "a", VoiceId: "Joanna", LanguageCode: "en-US" },
        },
        { Type: "Pause", Parameters: { DurationInMilliseconds: "1000", ParticipantTag: "LEG-A" } },
        {
          Type: "CallAndBridge",
          Parameters: {
            CallTimeoutSeconds: 30,
            CallerIdNumber: "+12045550100",
            Endpoints: [
              {
                BridgeEndpointType: "AWS",
                Arn: "arn:aws:chime:us-east-1:123456789012:vc/a",
                Uri: "x",
              },
            ],
            SipHeaders: { "X-A": "1", "User-to-User": "616263;encoding=hex" },
          },
        },
        { Type: "Hangup", Parameters: { SipResponseCode: "0", ParticipantTag: "LEG-B" } },
      ],
      TransactionAttributes: { at: "trying" },
    }),
    JSON.stringify({
      SchemaVersion: "1.0",
      Actions: [
        {
          Type: "PlayAudioAndGetDigits",
          Parameters: {
            MinNumberOfDigits: 1,
            MaxNumberOfDigits: 5,
            Repeat: 3,
            InputDigitsRegex: "^\\d{2}#$",
            InBetweenDigitsDurationInMilliseconds: 1000,
            TerminatorDigits: ["#"],
            AudioSource: { Type: "S3", BucketName: "b", Key: "k.wav" },
            FailureAudioSource: { Type: "S3", BucketName: "b", Key: "k.wav" },
          },
        },
        { Type: "JoinChimeMeeting", Parameters: { JoinToken: "t", MeetingId: "m", CallId: "c" } },
        {
          Type: "RecordAudio",
          Parameters: { DurationInSeconds: "10", RecordingDestination: { Type: "S3" } },
        },
      ],
    }),
  ],
  words: [
    ...actionNames,
    "LEG-A",
    "LEG-B",
    "S3",
    "ssml",
    "text",
    "neural",
    "SMA",
    "1.0",
    "+1",
    "^[0-9]{4}$",
  ],
  feed(input) {
    const answer: unknown = JSON.parse(input);
    for (const eventType of ["NEW_INBOUND_CALL", "HANGUP"] as const) {
      for (const { field, message } of checkAnswer(answer, { eventType })) {
        ensure(typeof field === "string" && message !== "", "a problem says where and what");
      }
    }
  },
};
