// What Amazon Polly would refuse: SSML that is not closed, voices and languages that there are not.
import { expect, test } from "@jest/globals";
import { checkAnswer } from "../answer/check-answer.ts";

function problemsOf(speech: object) {
  const Actions = [
    { Type: "Speak", Parameters: { CallId: "a", Text: "Hello", ...speech } },
    {
      Type: "SpeakAndGetDigits",
      Parameters: {
        CallId: "a",
        RepeatDurationInMilliseconds: 1000,
        SpeechParameters: { Text: "Hello", ...speech },
        FailureSpeechParameters: { Text: "Sorry" },
      },
    },
  ];
  const problems = checkAnswer(
    { SchemaVersion: "1.0", Actions },
    { eventType: "NEW_INBOUND_CALL" },
  );
  return problems.map((problem) =>
    problem.severity === "error"
      ? `${problem.field}: ${problem.message} ${problem.hint}`
      : `${problem.field}: ${problem.message}`,
  );
}

const wellFormed = [
  "<speak>Hello</speak>",
  ' <speak version="1.1">Your ID is <say-as interpret-as=\'digits\'>12</say-as>.<break time="1s"/></speak>\n',
  "<speak>AT&amp;T <!-- a < b & c --> &#38; more</speak>",
  '<?xml version="1.0"?><speak><prosody rate="slow">a</prosody> 1 > 0</speak>',
  '<?xml version="1.0"?>\n<speak>Hello</speak> <!-- that is all -->',
  "<speak>caf&#xe9; &#x1F600; &lt;&gt;&quot;&apos;</speak>",
  '<speak><break  time = "1s"  strength="weak" /></speak>',
  "<speak/>",
  "<speak />\n",
  "<speak>Hello</speak >",
];

test.each(wellFormed)("%s is SSML", (Text) => {
  expect(problemsOf({ Text, TextType: "ssml" })).toEqual([]);
});

const refused: readonly (readonly [string, string])[] = [
  ["Hello", "is not inside <speak>"],
  ["<speak>Hello", "does not close <speak>"],
  ["<speak><emphasis>Hello</speak>", "closes </speak> where <emphasis> is open"],
  ["<speak>Hello</speak></speak>", "goes on after </speak>"],
  ["<speak>Hello</speak> there", "goes on after </speak>"],
  ["<speak>Hello</speak>there", "goes on after </speak>"],
  ["<speak>Hello</speak > there", "goes on after </speak>"],
  ["<speak/>there", "goes on after </speak>"],
  ["<speak /> there", "goes on after </speak>"],
  ["Hello <speak>there</speak>", "is not inside <speak>"],
  ["<speaker>Hello</speaker>", "is not inside <speak>"],
  ["<speak>&#xg;</speak>", "has an & that is not written as &amp;"],
  ["<speak>&#1f;</speak>", "has an & that is not written as &amp;"],
  ["<speak></break></speak>", "closes </break> where <speak> is open"],
  ["<speak><amazon:effect>x</speak>", "closes </speak> where <amazon:effect> is open"],
  ["<speak><p><amazon:auto-breaths>x</p>", "closes </p> where <amazon:auto-breaths> is open"],
  ["<speak>AT&T</speak>", "has an & that is not written as &amp;"],
  ["<speak>1 < 2</speak>", "has a < that begins no tag"],
  ["<speak><break time=1s/></speak>", "has a < that begins no tag"],
  ["<speak><secret>x</speak>", "closes </speak> where <…> is open"],
  ["<speak><secret-p>x</speak>", "closes </speak> where <…> is open"],
  ["<speak><p-secret>x</speak>", "closes </speak> where <…> is open"],
  ["<speak></secret></speak>", "closes </…> where <speak> is open"],
  ["<speak><secret>", "does not close <…>"],
];

test.each(refused)("%s is refused: it %s", (Text, hint) => {
  expect(problemsOf({ Text, TextType: "ssml" })).toEqual([
    `Actions[0].Parameters.Text: The Text parameter is invalid. ${hint}`,
    `Actions[1].Parameters.SpeechParameters.Text: The Text parameter is invalid. ${hint}`,
  ]);
});

test("tags without TextType are read out, says a warning", () => {
  expect(problemsOf({ Text: "<speak>Hello</speak>" })[0]).toContain("TextType is not ssml");
  expect(problemsOf({ Text: " <speak>Hello</speak>" })[0]).toContain("TextType is not ssml");
  for (const Text of ["1 < 2 & 3", "Say <speak> here", "Hello<speak>", "<speaker>"])
    expect(problemsOf({ Text })).toEqual([]);
});

test("voices and languages that nobody knows are warnings: Polly gets new ones", () => {
  expect(problemsOf({ VoiceId: "Joanna", LanguageCode: "en-US" })).toEqual([]);
  expect(problemsOf({ VoiceId: "Joana", LanguageCode: "en_US" })).toEqual([
    expect.stringContaining("Actions[0].Parameters.VoiceId: Amazon Polly has no such voice"),
    expect.stringContaining(
      "Actions[0].Parameters.LanguageCode: Amazon Polly has no such language",
    ),
    expect.stringContaining("Actions[1].Parameters.SpeechParameters.VoiceId"),
    expect.stringContaining("Actions[1].Parameters.SpeechParameters.LanguageCode"),
  ]);
});

const voices = ["Amy", "Carla", "Ewa", "Ivy", "Kimberly", "Matthew", "Ricardo", "Thiago", "Zhiyu"];

test.each([...voices, "Aditi"])("Amazon Polly has the voice %s", (VoiceId) => {
  expect(problemsOf({ VoiceId })).toEqual([]);
});

test.each(["ar-AE", "en-GB-WLS", "en-NZ", "fr-CA", "ko-KR", "yue-CN"])(
  "Amazon Polly has the language %s",
  (LanguageCode) => {
    expect(problemsOf({ LanguageCode })).toEqual([]);
  },
);
