import {
  ChimeSDKVoiceClient,
  CreateSipMediaApplicationCallCommand,
  GetVoiceConnectorCommand,
  UpdateSipMediaApplicationCallCommand,
} from "@aws-sdk/client-chime-sdk-voice";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { answer, playAudio, speak } from "@skill-call/pstn-audio";
import { until } from "@skill-call/test-peers/until";
import type { SmaTraceEvent } from "../../sma-trace.ts";
import {
  callerNumber,
  createTestService,
  smaNumber,
  type TestService,
} from "../../testing/test-service.ts";
import { startVoiceApi, type VoiceApi } from "./start-voice-api.ts";

let bench: TestService;
let api: VoiceApi;
let client: ChimeSDKVoiceClient;
let arrows: Omit<SmaTraceEvent, "at">[];

beforeEach(async () => {
  const music = playAudio({ audioSource: { bucketName: "b", key: "music.wav" }, repeat: 99 });
  bench = createTestService({
    answers: {
      CALL_ANSWERED: answer([music]),
      CALL_UPDATE_REQUESTED: answer([speak({ text: "hello", callId: "id-1" })]),
    },
    callee: (phones) => phones.answers({ afterMs: 3000 }),
  });
  arrows = [];
  api = await startVoiceApi({ service: bench.service, trace: (arrow) => arrows.push(arrow) });
  client = new ChimeSDKVoiceClient({
    endpoint: api.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
});

afterEach(async () => {
  client.destroy();
  await api.close();
  await bench.service.close();
});

const request = {
  SipMediaApplicationId: "sma-1",
  FromPhoneNumber: smaNumber,
  ToPhoneNumber: callerNumber,
};

async function createCall(): Promise<string> {
  const created = await client.send(
    new CreateSipMediaApplicationCallCommand({
      ...request,
      SipHeaders: { "X-A": "1" },
      ArgumentsMap: { contextId: "c1" },
    }),
  );
  return String(created.SipMediaApplicationCall?.TransactionId);
}

test("the SDK starts a call: the phone rings, the Lambda gets the arguments", async () => {
  const transactionId = await createCall();
  await bench.clock.elapse(3000);
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_ANSWERED"]);
  expect(bench.lambda.events[0]).toMatchObject({
    ActionData: { Parameters: { Arguments: { contextId: "c1" } } },
    CallDetails: { TransactionId: transactionId },
  });
  expect(bench.dialled).toMatchObject([{ to: callerNumber, headers: { "X-A": "1" } }]);
  expect(arrows).toMatchObject([
    { kind: "voice.request", label: "CreateSipMediaApplicationCall", to: "pstn-audio" },
  ]);
});

test("the SDK updates a call that is up", async () => {
  const transactionId = await createCall();
  await bench.clock.elapse(5000);
  const updated = await client.send(
    new UpdateSipMediaApplicationCallCommand({
      SipMediaApplicationId: "sma-1",
      TransactionId: transactionId,
      Arguments: { ready: "yes" },
    }),
  );
  expect(updated.$metadata.httpStatusCode).toBe(202);
  expect(updated.SipMediaApplicationCall?.TransactionId).toBe(transactionId);
  await bench.clock.elapse(1000);
  expect(bench.told().slice(3)).toEqual([
    "CALL_UPDATE_REQUESTED",
    "ACTION_INTERRUPTED",
    "ACTION_SUCCESSFUL",
  ]);
});

describe("an error is one that the SDK knows", () => {
  test.each([
    ["an application that is not there", { SipMediaApplicationId: "sma-9" }, "NotFoundException"],
    ["a number that is not a number", { ToPhoneNumber: "home" }, "BadRequestException"],
  ])("%s", async (_what, change, name) => {
    const command = new CreateSipMediaApplicationCallCommand({ ...request, ...change });
    await expect(client.send(command)).rejects.toMatchObject({
      name,
      Code: name.replace("Exception", ""),
      message: expect.any(String),
    });
  });

  test("a call that is not there", async () => {
    const command = new UpdateSipMediaApplicationCallCommand({
      SipMediaApplicationId: "sma-1",
      TransactionId: "gone",
      Arguments: {},
    });
    await expect(client.send(command)).rejects.toMatchObject({
      name: "NotFoundException",
      $metadata: { httpStatusCode: 404 },
    });
  });

  test("an operation that is not emulated says so", async () => {
    const command = new GetVoiceConnectorCommand({ VoiceConnectorId: "vc" });
    await expect(client.send(command)).rejects.toMatchObject({
      name: "NotFoundException",
      message: "GET /voice-connectors/vc is not emulated.",
    });
  });
});

describe("a request of another client", () => {
  const path = "/sip-media-applications/sma-1/calls";

  async function post(body: string, headers: Record<string, string> = {}) {
    const response = await fetch(`${api.endpoint}${path}`, { method: "POST", body, headers });
    return [response.status, await response.json()];
  }

  test("that is not signed is refused", async () => {
    expect(await post("{}")).toEqual([
      401,
      { Code: "UnauthorizedClient", Message: "The request is not signed (SigV4)." },
    ]);
  });

  test.each([
    ["no JSON", "{", "The body must not be null."],
    ["an empty object", "{}", "FromPhoneNumber must not be null; ToPhoneNumber must not be null."],
    [
      "a member of the wrong kind",
      '{"FromPhoneNumber":1,"ToPhoneNumber":"+1","ArgumentsMap":{"a":1}}',
      "FromPhoneNumber must be a string; ArgumentsMap.a must be a string.",
    ],
  ])("with %s is a bad one", async (_what, body, Message) => {
    expect(await post(body, { authorization: "AWS4-HMAC-SHA256 Credential=x" })).toEqual([
      400,
      { Code: "BadRequest", Message },
    ]);
  });
});

describe("a fault", () => {
  test.each(["ThrottledClientException", "ServiceFailureException"] as const)(
    "can be the error %s",
    async (code) => {
      api.faults.inject({ kind: "error", code }, { times: 1 });
      await expect(createCall()).rejects.toMatchObject({ name: code });
      expect(bench.service.calls()).toEqual([]);
    },
  );

  test("can lose the answer: the call is under way all the same", async () => {
    api.faults.inject({ kind: "answer-lost" });
    await expect(createCall()).rejects.toThrow();
    expect(bench.service.calls()).toHaveLength(1);
  });

  test("can break the connection before the request is heard", async () => {
    api.faults.inject({ kind: "connection-reset" });
    await expect(createCall()).rejects.toThrow();
    expect(bench.service.calls()).toEqual([]);
  });

  test("can be no answer at all: closing ends it", async () => {
    api.faults.inject({ kind: "hang" }, { operation: "CreateSipMediaApplicationCall" });
    const created = createCall();
    const failed = expect(created).rejects.toThrow();
    await until(() => arrows.length > 0);
    await api.close();
    await failed;
  });
});
