import type { ServerResponse } from "node:http";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { createCallContextStore, hashContextId, kmsDataKeys } from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
  unhurried,
} from "@skill-call/local-dynamodb";
import { traceHeader, XRayDaemon } from "@skill-call/telemetry/testing";
import { kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import {
  answerJson,
  type LoopbackServer,
  type SeenRequest,
  startLoopbackServer,
} from "../src/testing/loopback-server.ts";
import { AlexaSession, confirm, resumed, say } from "./alexa-session.ts";
import { startBuiltLambda } from "./built-lambda.ts";
import { locales, phrasesIn } from "./safety/phrases.ts";

const tableName = "skill-call-contexts";
const phoneNumber = { countryCode: "+1", phoneNumber: "2045551111" };
const profilePath = "/v2/accounts/~current/settings/Profile.mobileNumber";
const sessionPath = "/v1/communications/session";

type Answer = (response: ServerResponse) => void;

let dynamoDb: LocalDynamoDb;
let alexa: LoopbackServer;
/** How Alexa's APIs, and Chime's, answer in this test, by path. */
let answers: Record<string, Answer>;
type SkillLambda = Awaited<ReturnType<typeof startBuiltLambda>>;

const lambdas: SkillLambda[] = [];

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, tableName);
});
afterAll(() => dynamoDb.close());

async function startAlexa(changed: Record<string, Answer> = {}) {
  answers = {
    [profilePath]: (response) => answerJson(response, 200, phoneNumber),
    [sessionPath]: (response) => answerJson(response, 200, { sessionId: "session-1" }),
    ...changed,
  };
  alexa = await startLoopbackServer((request, response) => {
    const answer = answers[request.url ?? ""] ?? ((r) => answerJson(r, 404, {}));
    answer(response);
  });
}

afterEach(async () => {
  dynamoDb.faults.clear();
  await Promise.all(lambdas.splice(0).map((lambda) => lambda.stop()));
  await alexa.close();
});

async function startLambda(env: Record<string, string> = {}): Promise<SkillLambda> {
  const lambda = await startBuiltLambda({
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    AWS_ENDPOINT_URL_CHIME_SDK_VOICE: alexa.origin,
    CALL_CONTEXT_TABLE: tableName,
    // Asks Powertools for the whole event in the log: it must have none to give.
    POWERTOOLS_LOGGER_LOG_EVENT: "true",
    CALL_STARTER: "skill-call",
    SMA_PHONE_NUMBER: "+16073331111",
    ...env,
  });
  lambdas.push(lambda);
  return lambda;
}

function sessionWith(lambda: SkillLambda, locale = "en-US"): AlexaSession {
  const handler = (event: unknown) => lambda.invoke(event);
  return new AlexaSession({ handler, locale, system: { apiEndpoint: alexa.origin } });
}

const everything = say({
  callerName: "Zebulon",
  accountId: "q x 777",
  reason: ["my bill", "billing"],
});

const personal = ["Zebulon", "QX777", "2045551111", "token-of-the-request"];

function requestsTo(path: string): SeenRequest[] {
  return alexa.seen.filter(({ url }) => url === path);
}

async function storedContext(contextId: string, kms?: StandInKms) {
  const { endpoint } = dynamoDb;
  const client = new DynamoDBClient({
    region: "us-east-1",
    endpoint,
    credentials: localCredentials,
  });
  const dataKeys = kms && { dataKeys: kmsDataKeys(kms) };
  const store = createCallContextStore({ client, tableName, ...unhurried, ...dataKeys });
  const record = await store.get(contextId);
  client.destroy();
  return record;
}

function contextIdOf({ body }: { readonly body: string }): string {
  return JSON.parse(body).clientContext.clientSessionId;
}

test("a caller's yes becomes one record and one StartCommunicationSession, to the letter", async () => {
  await startAlexa();
  const lambda = await startLambda();
  const session = sessionWith(lambda);
  const before = dynamoDb.requests().length;
  await session.send(everything);
  const reply = await session.send(confirm);

  expect(reply).toMatchObject({
    speech: "Calling Example Support about billing now.",
    ends: true,
  });
  const [request, ...more] = requestsTo(sessionPath);
  if (!request) throw new Error("no call was started");
  expect(more).toEqual([]);
  const contextId = contextIdOf(request);
  expect(contextId).toMatch(/^[0-9a-f]{32}$/);
  expect(request.method).toBe("POST");
  expect(request.headers).toMatchObject({
    authorization: "Bearer token-of-the-request",
    "content-type": "application/json",
  });
  expect(JSON.parse(request.body)).toStrictEqual({
    participants: [
      {
        id: { type: "PHONE_NUMBER", value: "+12045551111" },
        endpointId: "amzn1.ask.device.1",
        isOriginator: true,
      },
      {
        id: { type: "PHONE_NUMBER", value: "+16073331111" },
        communicationProviderId: "amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002",
      },
    ],
    clientContext: { clientSessionId: contextId },
  });
  expect(dynamoDb.requests().slice(before)).toEqual([{ operation: "PutItem", outcome: "ok" }]);
  expect(await storedContext(contextId)).toMatchObject({
    contextId,
    callerName: "Zebulon",
    accountId: "QX777",
    accountIdVerified: false,
    reason: { id: "billing" },
    callerNumber: "+12045551111",
    locale: "en-US",
    skillId: "amzn1.ask.skill.3ffd8d5f",
    callStarter: "skill-call",
    status: "created",
  });
  for (const fact of [...personal, contextId]) expect(lambda.log).not.toContain(fact);
});

test("the same request, delivered to two Lambdas at once and once more, starts one call", async () => {
  await startAlexa();
  const [one, two] = [await startLambda(), await startLambda()];
  const session = sessionWith(one);
  await session.send(everything);
  const envelope = session.envelope(confirm);
  const replies = [
    ...(await Promise.all([one.invoke(envelope), two.invoke(envelope)])),
    await two.invoke(envelope),
  ];
  const speech = replies.map(({ response }) => response.outputSpeech);
  expect(speech).toEqual(Array(3).fill(speech[0]));
  expect(requestsTo(sessionPath)).toHaveLength(1);
});

test("consent is asked for, and the call follows it", async () => {
  await startAlexa({ [profilePath]: (response) => answerJson(response, 403, { code: "x" }) });
  const session = sessionWith(await startLambda());
  await session.send(everything);
  const asked = await session.send(confirm);
  expect(asked.directives).toMatchObject([{ type: "Connections.StartConnection" }]);
  answers[profilePath] = (response) => answerJson(response, 200, phoneNumber);
  const reply = await session.send(resumed("ACCEPTED"));
  expect(reply.speech).toBe("Calling Example Support about billing now.");
});

test.each<[string, Answer, string]>([
  [
    "is throttled",
    (response) => answerJson(response, 429, { code: "Throttling", message: "slow down" }),
    "All lines are busy right now. Please wait a minute, then ask me again.",
  ],
  [
    "breaks the connection",
    (response) => response.destroy(),
    "I lost the connection while starting your call. If nothing happens in half a minute, please ask me again.",
  ],
  [
    "never answers",
    () => undefined,
    "I haven't heard whether your call started. If nothing happens in half a minute, please ask me again.",
  ],
])(
  "when Alexa %s the caller hears it, the record says so, and nothing is tried twice",
  async (_, answer, speech) => {
    await startAlexa({ [sessionPath]: answer });
    const session = sessionWith(await startLambda());
    await session.send(everything);
    const reply = await session.send(confirm);
    expect(reply).toMatchObject({ speech, ends: true });
    const [request, ...more] = requestsTo(sessionPath);
    expect(more).toEqual([]);
    expect((await storedContext(contextIdOf(request ?? { body: "" }))).status).toBe("failed");
  },
);

test("while the store is down no call is started", async () => {
  await startAlexa();
  const session = sessionWith(await startLambda());
  dynamoDb.faults.add({ kind: "hang", operation: "PutItem", times: 99 });
  await session.send(everything);
  const reply = await session.send(confirm);
  expect(reply.speech).toBe(
    "I couldn't note down what you told me, so I didn't call. Please try again in a few minutes.",
  );
  expect(requestsTo(sessionPath)).toEqual([]);
});

test("a callback asks the SIP media application to ring the caller's phone", async () => {
  const path = "/sip-media-applications/sma-1/calls";
  await startAlexa({ [path]: (response) => answerJson(response, 201, {}) });
  const lambda = await startLambda({
    CALL_STARTER: "callback",
    SIP_MEDIA_APPLICATION_ID: "sma-1",
    CALLBACK_FROM_NUMBER: "+16073331111",
  });
  const session = sessionWith(lambda);
  await session.send(everything);
  const reply = await session.send(confirm);
  expect(reply.speech).toMatch(/^I'll ring your phone now\./);
  const { ArgumentsMap, ...call } = JSON.parse(requestsTo(path)[0]?.body ?? "{}");
  expect(call).toEqual({ FromPhoneNumber: "+16073331111", ToPhoneNumber: "+12045551111" });
  expect(ArgumentsMap).toEqual({ contextId: expect.stringMatching(/^[0-9a-f]{32}$/) });
  expect(await storedContext(ArgumentsMap.contextId)).toMatchObject({ callStarter: "callback" });
});

test.each(locales)("in %s the built Lambda hears that somebody is in danger", async (locale) => {
  await startAlexa();
  const handler = await startLambda();
  const { emergency } = phrasesIn(locale);
  for (const [phrase = ""] of Object.values(emergency)) {
    const session = sessionWith(handler, locale);
    expect((await session.send(say({ reason: phrase }))).ssml).toContain("911");
  }
});

test("an environment that does not fit stops the Lambda with every mistake", async () => {
  await startAlexa();
  const started = startLambda({ CALL_STARTER: "pigeon", SMA_PHONE_NUMBER: "" });
  await expect(started).rejects.toThrow(
    /The skill cannot start, 2 mistakes in its environment:\n- CALL_STARTER: .*\n- SMA_PHONE_NUMBER: is missing; example: /,
  );
});

test.each([
  ["skill-call", { CALL_STARTER: "skill-call" }, ["alexa", "DynamoDB", "alexa"]],
  [
    "callback",
    {
      CALL_STARTER: "callback",
      SIP_MEDIA_APPLICATION_ID: "s",
      CALLBACK_FROM_NUMBER: "+16073331111",
    },
    ["alexa", "DynamoDB", "ChimeSDKVoice"],
  ],
])("a sampled %s is told to X-Ray: its turns, and whom they asked", async (name, env, asked) => {
  await startAlexa({ "/sip-media-applications/s/calls": (r) => answerJson(r, 201, {}) });
  const daemon = await XRayDaemon.start();
  const trace = { ...daemon.environment, _X_AMZN_TRACE_ID: traceHeader(true) };
  const session = sessionWith(await startLambda({ ...env, ...trace }));
  const { attributes } = await session.send(everything);
  await session.send(confirm);
  const [first, last] = await daemon.received("## index.handler", 2);
  const turn = { Service: "skill", event: "IntentRequest", intent: "CallIntent" };
  expect(first?.annotations).toEqual({ ...turn, ColdStart: true });
  const contextId = String(attributes.contextId);
  const call = { outcome: "started", callStarter: name, contextHash: hashContextId(contextId) };
  expect(last?.annotations).toEqual({ ...turn, ...call, ColdStart: false });
  const requests = daemon.segments.filter(({ parent_id }) => parent_id === last?.id);
  expect(requests.map((request) => request.name)).toEqual(asked);
  for (const fact of [...personal, contextId]) expect(daemon.text).not.toContain(fact);
  await daemon.close();
});

test("a turn that is not sampled tells X-Ray nothing, and one that is needs no daemon", async () => {
  await startAlexa();
  // Such an address is refused when the way to X-Ray is opened: whether it is opened can be seen by that.
  const broken = { AWS_XRAY_DAEMON_ADDRESS: "nowhere" };
  for (const sampled of [false, true]) {
    const lambda = await startLambda({ ...broken, _X_AMZN_TRACE_ID: traceHeader(sampled) });
    const session = sessionWith(lambda);
    await session.send(everything);
    expect((await session.send(confirm)).speech).toMatch(/^Calling Example Support/);
    expect(lambda.log.includes("trace.unavailable")).toBe(sampled);
  }
});

test("with a key nothing that the caller said is stored in plain text, and who has the key reads all of it", async () => {
  const kms = new StandInKms();
  const server = await kmsOverHttp(kms);
  await startAlexa();
  const environment = { CALL_CONTEXT_KEY: kms.createKey(), AWS_ENDPOINT_URL_KMS: server.url };
  const session = sessionWith(await startLambda(environment));
  await session.send(everything);
  expect(await session.send(confirm)).toMatchObject({ ends: true });
  const [request] = requestsTo(sessionPath);
  const contextId = contextIdOf(request ?? { body: "{}" });
  await expect(storedContext(contextId)).rejects.toMatchObject({ field: "encrypted#context" });
  expect(await storedContext(contextId, kms)).toMatchObject({
    callerName: "Zebulon",
    accountId: "QX777",
    callerNumber: "+12045551111",
    reason: { id: "billing" },
  });
  await server.close();
});

test.each(["AccessDeniedException", "ThrottlingException", "hang"] as const)(
  "where KMS answers %s, the caller hears in time that it could not be noted, and no call is started",
  async (name) => {
    const kms = new StandInKms();
    const server = await kmsOverHttp(kms);
    await startAlexa();
    const environment = { CALL_CONTEXT_KEY: kms.createKey(), AWS_ENDPOINT_URL_KMS: server.url };
    const session = sessionWith(await startLambda(environment));
    await session.send(everything);
    kms.fail({ name, times: 100 });
    const before = dynamoDb.requests().length;
    const reply = await session.send(confirm);
    expect(reply.speech).toBe(
      "I couldn't note down what you told me, so I didn't call. Please try again in a few minutes.",
    );
    expect(requestsTo(sessionPath)).toEqual([]);
    const operations = dynamoDb.requests().slice(before);
    expect(operations.map(({ operation }) => operation)).not.toContain("PutItem");
    await server.close();
  },
);
