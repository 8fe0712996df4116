import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect } from "@jest/globals";
import { readWav, tone, writeWav } from "@skill-call/phones";
import { hangup, toNumber } from "../sipp/support/actions.ts";
import {
  emulatorsUnderTest,
  smaNumber,
  type UnderTest,
} from "../sipp/support/emulator-under-test.ts";
import { type Softphone, startSoftphone, testWithBaresip } from "./support/baresip.ts";
import { loud, loudest, quiet } from "./support/loudest.ts";

const started = emulatorsUnderTest();
const [callerHz, calleeHz, promptHz] = [700, 1100, 1900];

let phones: Softphone[];
let folder: string;

beforeEach(async () => {
  phones = [];
  folder = await mkdtemp(join(tmpdir(), "softphones-"));
  await mkdir(join(folder, "prompts"));
  // 1.9 kHz once it is played: the file has twice the samples a second.
  const prompt = writeWav({ sampleRate: 16_000, samples: tone({ hz: promptHz / 2, ms: 3000 }) });
  await writeFile(join(folder, "prompts/prompt.wav"), prompt);
});
afterEach(async () => {
  await Promise.all(phones.map((phone) => phone.close()));
  await rm(folder, { recursive: true });
});

async function phone(options: Parameters<typeof startSoftphone>[0]): Promise<Softphone> {
  const started = await startSoftphone(options);
  phones.push(started);
  return started;
}

async function emulator(answers: Parameters<typeof started>[0]["answers"], callee?: Softphone) {
  return started({
    answers,
    config: {
      promptsFolder: folder,
      recordingsFolder: folder,
      ...(callee && { carriers: { byPrefix: { "+1206": callee.uri } } }),
    },
  });
}

function hostPort({ emulator: { addresses } }: UnderTest): string {
  return `127.0.0.1:${addresses.find(({ protocol }) => protocol === "UDP")?.port}`;
}

function call(caller: Softphone, under: UnderTest): void {
  caller.dial(`sip:${smaNumber}@${hostPort(under)}`);
}

const audioSource = { Type: "S3", BucketName: "prompts", Key: "prompt.wav" };
const playAudio = { Type: "PlayAudio", Parameters: { AudioSource: audioSource } };

testWithBaresip("a caller and the callee they are bridged with hear each other", async () => {
  const [caller, callee] = [await phone({ hz: callerHz }), await phone({ hz: calleeHz })];
  const under = await emulator({ NEW_INBOUND_CALL: [toNumber()] }, callee);
  call(caller, under);
  await Promise.all([caller.hears(calleeHz), callee.hears(callerHz)]);
  caller.hangUp();
  await under.quiet();
  await caller.says("terminated");
  await callee.says("terminated");
  const [atCaller, atCallee] = [await caller.heard(), await callee.heard()];
  expect(loudest(atCaller, calleeHz)).toBeGreaterThan(loud);
  expect(loudest(atCaller, callerHz)).toBeLessThan(quiet);
  expect(loudest(atCallee, callerHz)).toBeGreaterThan(loud);
  expect(loudest(atCallee, calleeHz)).toBeLessThan(quiet);
});

testWithBaresip("a caller hears a file first, and then the callee", async () => {
  const [caller, callee] = [await phone({ hz: callerHz }), await phone({ hz: calleeHz })];
  const under = await emulator({ NEW_INBOUND_CALL: [playAudio, toNumber()] }, callee);
  call(caller, under);
  await Promise.all([caller.hears(promptHz), caller.hears(calleeHz), callee.hears(callerHz)]);
  callee.hangUp();
  await under.quiet();
  await caller.says("terminated");
  await callee.says("terminated");
  const [atCaller, atCallee] = [await caller.heard(), await callee.heard()];
  expect(loudest(atCaller, promptHz)).toBeGreaterThan(loud);
  expect(loudest(atCaller, calleeHz)).toBeGreaterThan(loud);
  expect(loudest(atCallee, callerHz)).toBeGreaterThan(loud);
  expect(loudest(atCallee, promptHz)).toBeLessThan(quiet);
});

testWithBaresip(
  "both phones of a bridge are recorded, and one of them hears a file in between",
  async () => {
    const [caller, callee] = [await phone({ hz: callerHz }), await phone({ hz: calleeHz })];
    const under = await emulator(
      {
        NEW_INBOUND_CALL: [toNumber()],
        "ACTION_SUCCESSFUL 1": [
          {
            Type: "StartCallRecording",
            Parameters: {
              CallId: "LEG-A's CallId",
              Track: "BOTH",
              Destination: { Type: "S3", Location: "recordings/calls" },
            },
          },
          { Type: "PlayAudio", Parameters: { ParticipantTag: "LEG-B", AudioSource: audioSource } },
        ],
      },
      callee,
    );
    call(caller, under);
    await Promise.all([callee.hears(promptHz), callee.hears(callerHz)]);
    // So much is in the recording, too.
    await Promise.all([caller.hearsMore(1500), callee.hearsMore(1500)]);
    caller.hangUp();
    await under.quiet();
    await callee.says("terminated");
    const atCallee = await callee.heard();
    expect(loudest(atCallee, promptHz)).toBeGreaterThan(loud);
    expect(loudest(atCallee, callerHz)).toBeGreaterThan(loud);
    const place = join(folder, "recordings/calls");
    const [file = ""] = await readdir(place);
    const { samples } = readWav(await readFile(join(place, file)));
    // Two channels, as one: each is half as loud.
    expect(loudest(samples, callerHz)).toBeGreaterThan(loud / 2);
    expect(loudest(samples, calleeHz)).toBeGreaterThan(loud / 2);
    expect(loudest(samples, promptHz)).toBeLessThan(quiet);
  },
);

testWithBaresip("a caller who was answered hears it ring", async () => {
  const [caller, callee] = [
    await phone({ hz: callerHz }),
    await phone({ hz: calleeHz, answermode: "manual" }),
  ];
  const under = await emulator({ NEW_INBOUND_CALL: [playAudio, toNumber()] }, callee);
  call(caller, under);
  await Promise.all([caller.hears(440, 2000), caller.hears(480, 2000)]);
  caller.hangUp();
  await under.quiet();
});

testWithBaresip("a phone that insists on registering may, and calls", async () => {
  const under = await emulator({ NEW_INBOUND_CALL: [playAudio], ACTION_SUCCESSFUL: [hangup()] });
  const caller = await phone({ hz: callerHz, registrar: hostPort(under) });
  await caller.says("200 OK");
  call(caller, under);
  await under.quiet();
  await caller.says("terminated");
  expect(loudest(await caller.heard(), promptHz)).toBeGreaterThan(loud);
});

testWithBaresip("a caller hears a prompt, dials, and is recorded", async () => {
  const caller = await phone({ hz: callerHz, codec: "PCMA" });
  const under = await emulator({
    NEW_INBOUND_CALL: [
      {
        Type: "PlayAudioAndGetDigits",
        Parameters: {
          AudioSource: audioSource,
          FailureAudioSource: audioSource,
          InBetweenDigitsDurationInMilliseconds: 60_000,
          RepeatDurationInMilliseconds: 60_000,
        },
      },
    ],
    "ACTION_SUCCESSFUL 1": [
      {
        Type: "RecordAudio",
        Parameters: {
          DurationInSeconds: 100,
          RecordingTerminators: ["*"],
          RecordingDestination: { Type: "S3", BucketName: "recordings", Prefix: "calls" },
        },
      },
    ],
    "ACTION_SUCCESSFUL 2": [hangup()],
  });
  call(caller, under);
  await caller.hears(promptHz);
  for (const digit of "42#") {
    caller.press(digit);
    await caller.hearsMore(400);
  }
  await under.until("leg.recording");
  await caller.hearsMore(2000);
  caller.press("*");
  await under.quiet();
  expect(under.events().map(({ ActionData }) => ActionData?.ReceivedDigits)).toContain("42");
  expect(loudest(await caller.heard(), promptHz)).toBeGreaterThan(loud);
  const [file = ""] = await readdir(join(folder, "recordings/calls"));
  const { samples } = readWav(await readFile(join(folder, "recordings/calls", file)));
  expect(samples.length).toBeGreaterThan(8000);
  expect(loudest(samples, callerHz)).toBeGreaterThan(loud);
});
