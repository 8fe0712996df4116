// The test API as a developer of an SMA Lambda uses it.
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "@jest/globals";
import type { Sma, SmaEvent, SmaOptions } from "./sma.ts";
import { testSma } from "./test-sma.ts";

let sma: Sma | undefined;
let folder: string | undefined;
afterEach(async () => {
  await sma?.close();
  if (folder) await rm(folder, { recursive: true });
  sma = undefined;
  folder = undefined;
});

async function started(options: SmaOptions): Promise<Sma> {
  sma = await testSma(options);
  return sma;
}

const answer = (...Actions: readonly object[]) => ({ SchemaVersion: "1.0", Actions });
const speak = (Text: string, more: object = {}) => ({
  Type: "Speak",
  Parameters: { Text, ...more },
});
const hangup = (ParticipantTag: string) => ({ Type: "Hangup", Parameters: { ParticipantTag } });
const ask = (Text: string) => ({
  Type: "SpeakAndGetDigits",
  Parameters: {
    MinNumberOfDigits: 1,
    MaxNumberOfDigits: 4,
    RepeatDurationInMilliseconds: 3000,
    SpeechParameters: { Text },
    FailureSpeechParameters: { Text: "Sorry?" },
  },
});
const ring = (event: SmaEvent, number: string) => ({
  Type: "CallAndBridge",
  Parameters: {
    CallTimeoutSeconds: 30,
    CallerIdNumber: event.CallDetails.Participants[0]?.To,
    Endpoints: [{ BridgeEndpointType: "PSTN", Uri: number }],
  },
});

/** Asks for an extension, rings it, apologises when nobody answers; hangs up whoever is left. */
async function reception(event: SmaEvent) {
  const { Type, ReceivedDigits } = event.ActionData ?? {};
  switch (event.InvocationEventType) {
    case "NEW_INBOUND_CALL":
      return answer(speak("Welcome."), ask("Enter the extension, then hash."));
    case "ACTION_SUCCESSFUL":
      return Type === "SpeakAndGetDigits"
        ? answer(ring(event, `+1206555${ReceivedDigits}`))
        : answer();
    case "ACTION_FAILED":
      return answer(
        speak("<speak>Nobody is <break/>there.</speak>", { TextType: "ssml" }),
        hangup("LEG-A"),
      );
    case "HANGUP":
      return answer(
        ...event.CallDetails.Participants.filter(({ Status }) => Status === "Connected").map(
          (leg) => hangup(leg.ParticipantTag),
        ),
      );
    default:
      return answer();
  }
}

test("a call: prompts, keys, a callee who hangs up, and nobody left", async () => {
  const { call, callee } = await started({ handler: reception });
  const first = await call({ from: "+12045550123", headers: { "X-Ticket": "7" } });
  await first.heard("Enter the extension");
  await first.press("0100#");
  await first.told("ACTION_SUCCESSFUL");
  await first.told("ACTION_SUCCESSFUL");
  expect(first.state).toBe("answered");
  await callee.hangUp();
  await first.over();
  expect(first.problems).toEqual([]);
  expect(first.warnings[0]).toContain("CallId: is required by the guide");
  expect(first.events[0]?.CallDetails.Participants[0]).toMatchObject({
    From: "+12045550123",
    SipHeaders: { "X-Ticket": "7" },
  });
  expect(first.answers[0]).toEqual(await reception(first.events[0] as SmaEvent));
  expect(first.sounds.map(({ what }) => what)).toEqual([
    "Welcome.",
    "Enter the extension, then hash.",
  ]);
});

test.each([
  ["busy", "it was busy (SIP status 486)"],
  ["declines", "it was declined (SIP status 603)"],
  ["doesNotAnswer", "nobody answered in time (SIP status 408)"],
  ["outOfReach", "it is out of reach"],
] as const)("a callee who %s: the caller hears so, at once", async (way, why) => {
  const { call, callee } = await started({ handler: reception });
  callee[way]();
  const startedAt = Date.now();
  const first = await call();
  await first.heard("Enter");
  await first.press("0100#");
  await first.heard("Nobody is there.");
  await first.over();
  expect(first.problems.join()).toContain(why);
  expect(Date.now() - startedAt).toBeLessThan(20_000);
});

test("one number may differ from the others", async () => {
  const { call, phone } = await started({ handler: reception });
  phone("+12065550199").busy();
  for (const [extension, heard] of [
    ["0199#", true],
    ["0100#", false],
  ] as const) {
    const each = await call();
    await each.heard("Enter");
    await each.press(extension);
    const apology = each.heard("Nobody is there").then(
      () => true,
      () => false,
    );
    expect(await apology).toBe(heard);
    await each.hangUp();
    await each.over();
  }
});

test("what does not come is an error that says what came in its place", async () => {
  const { call } = await started({ handler: reception });
  const first = await call();
  await expect(first.heard("Goodbye")).rejects.toMatchObject({
    code: "sma-test.not-heard",
    message: expect.stringMatching(
      /did not hear "Goodbye"; heard was "Welcome\.".*events: NEW_INBOUND_CALL, ACTION_FAILED/s,
    ),
  });
  const second = await call();
  await second.heard("Enter");
  await second.press("0100#");
  await expect(second.over({ withinMs: 60_000 })).rejects.toMatchObject({
    code: "sma-test.not-over",
    message: expect.stringContaining("LEG-A is connected, LEG-B is connected"),
  });
  await expect(second.told("RINGING", { withinMs: 1 })).rejects.toMatchObject({
    code: "sma-test.not-told",
  });
});

test("a prompt that comes twice can be waited for twice", async () => {
  const { call } = await started({ handler: async () => answer(ask("Again?")) });
  const first = await call();
  await first.heard("Again?");
  await first.press("1#");
  await first.heard("Again?");
  expect(first.events).toHaveLength(2);
});

test("IDs and times are the same in every run", async () => {
  const events = async () => {
    const each = await testSma({ handler: reception });
    const call = await each.call();
    await call.heard("Enter");
    await call.press("0100#");
    await call.told("ACTION_SUCCESSFUL");
    await call.hangUp();
    await call.over();
    await each.close();
    return call.events;
  };
  expect(await events()).toEqual(await events());
});

test("a handler with a callback, and one that throws", async () => {
  const { call } = await started({
    handler: (
      _event: SmaEvent,
      _context: object,
      callback: (error: null, answer: object) => void,
    ) => void setTimeout(() => callback(null, answer(speak("Hello"), hangup("LEG-A"))), 5),
  });
  await (await call()).heard("Hello");
  await sma?.close();
  const throwing = await started({
    handler: () => {
      throw new RangeError("broken");
    },
  });
  const refused = await throwing.call();
  await refused.over();
  expect(refused.refusedWith).toBe(480);
  expect(refused.problems).toEqual(["no answer: broken", "no answer: broken"]);
});

test("an outbound call by the test, and one by the handler's own SDK", async () => {
  const { createCall, environment, callee } = await started({
    handler: async ({ InvocationEventType, ActionData }: SmaEvent) =>
      InvocationEventType === "CALL_ANSWERED"
        ? answer(ask("Will you come?"))
        : ActionData?.ReceivedDigits
          ? answer(speak("Good."), hangup("LEG-A"))
          : answer(),
  });
  const call = await createCall({ to: "+12065550177", arguments: { appointment: "9" } });
  await call.told("RINGING");
  await call.heard("Will you come?");
  await call.press("1#");
  await call.heard("Good.");
  await call.over();
  expect(call.events[0]?.ActionData?.Parameters).toEqual({ Arguments: { appointment: "9" } });

  callee.doesNotAnswer();
  const url = `${environment.AWS_ENDPOINT_URL_CHIME_SDK_VOICE}/sip-media-applications/sma/calls`;
  const response = await fetch(url, {
    method: "POST",
    headers: { authorization: "AWS4-HMAC-SHA256 Credential=local/20000101/x/chime/aws4_request" },
    body: JSON.stringify({ FromPhoneNumber: "+16073331111", ToPhoneNumber: "+12065550177" }),
  });
  expect(response.status).toBe(201);
  const [, second] = sma?.calls ?? [];
  await second?.over();
  expect(second?.events.at(-1)?.InvocationEventType).toBe("HANGUP");
});

test("faults by name, and one that has no such name", async () => {
  const { call, fault, clearFaults } = await started({ handler: reception });
  fault("NEW_INBOUND_CALL:answer-lostx1");
  const first = await call();
  await first.heard("Enter");
  expect(first.events.map(({ Sequence }) => Sequence)).toEqual([1]);
  expect(first.problems).toEqual(["no answer: AWS Lambda client operation timed out."]);
  expect(() => fault("HANGUP:vanishes")).toThrow(
    expect.objectContaining({ code: "sma-test.fault" }),
  );
  fault("not-invoked");
  clearFaults();
  await (await call()).heard("Enter");
});

test("a bot hears what the caller says, after its welcome", async () => {
  const { call } = await started({
    bot: (said) => ({ intent: /room/.test(said) ? "BookRoom" : "FallbackIntent", slots: { said } }),
    handler: async ({ InvocationEventType, ActionData }: SmaEvent) =>
      InvocationEventType === "NEW_INBOUND_CALL"
        ? answer({
            Type: "StartBotConversation",
            Parameters: {
              BotAliasArn: "arn:aws:lex:us-east-1:123456789012:bot-alias/BOT/ALIAS",
              LocaleId: "en_US",
              Configuration: {
                SessionState: { DialogAction: { Type: "ElicitIntent" } },
                WelcomeMessages: [{ ContentType: "PlainText", Content: "What would you like?" }],
              },
            },
          })
        : answer(speak(JSON.stringify(ActionData?.IntentResult ?? {})), hangup("LEG-A")),
  });
  const first = await call();
  await first.heard("What would you like?");
  await sma?.elapse(5000);
  await first.say("a room, please");
  await first.heard(/"Name":"BookRoom".*"OriginalValue":"a room, please"/);
  const silent = await call();
  await silent.heard(/"Name":"FallbackIntent".*"State":"Failed"/);
});

test("a prompt that is missing in the folder fails", async () => {
  folder = await mkdtemp(join(tmpdir(), "test-sma-"));
  const AudioSource = { Type: "S3", BucketName: "prompts", Key: "no.wav" };
  const { call } = await started({
    s3: folder,
    handler: async ({ InvocationEventType }: SmaEvent) =>
      InvocationEventType === "NEW_INBOUND_CALL"
        ? answer({ Type: "PlayAudio", Parameters: { ParticipantTag: "LEG-A", AudioSource } })
        : answer(hangup("LEG-A")),
  });
  const first = await call();
  await first.heard("prompts/no.wav");
  expect((await first.told("ACTION_FAILED")).ActionData?.ErrorType).toBe("InvalidAudioSource");
});

test("each event is recorded as a fixture", async () => {
  folder = await mkdtemp(join(tmpdir(), "test-sma-"));
  const { call } = await started({ handler: reception, record: join(folder, "events") });
  const first = await call();
  await first.heard("Enter");
  await first.hangUp();
  await first.over();
  const files = await readdir(join(folder, "events"));
  expect(files).toEqual(["001-new-inbound-call.json", "002-hangup.json"]);
  const fixture = JSON.parse(
    await readFile(join(folder, "events", "001-new-inbound-call.json"), "utf8"),
  );
  expect(fixture).toEqual(first.events[0]);
});

test("a Lambda in a process has real time; asking for virtual time says so", async () => {
  folder = await mkdtemp(join(tmpdir(), "test-sma-"));
  const file = join(folder, "index.cjs");
  await writeFile(
    file,
    `exports.handler = (event, context, callback) => callback(null, { SchemaVersion: "1.0", Actions: [
      { Type: "Speak", Parameters: { Text: process.env.WORDS } }, { Type: "Hangup" } ] });`,
  );
  const lambda = { file, environment: { WORDS: "Hi." } };
  await expect(testSma({ lambda, time: "virtual" })).rejects.toMatchObject({
    code: "sma-test.virtual-time",
  });
  const { call } = await started({ lambda });
  const first = await call();
  await first.heard("Hi.");
  await first.over();
});

test("one Lambda there has to be, and only one", async () => {
  await expect(testSma({})).rejects.toMatchObject({ code: "sma-test.lambda" });
  await expect(testSma({ handler: reception, config: "emulator.json" })).rejects.toMatchObject({
    code: "sma-test.lambda",
  });
});

test("the variations of the guide", async () => {
  const { call } = await started({ handler: reception, variations: ["sequence-from-2"] });
  expect((await call()).events[0]?.Sequence).toBe(2);
});
