import {
  ConnectClient,
  DescribeContactCommand,
  GetContactAttributesCommand,
  StartOutboundVoiceContactCommand,
  StartTaskContactCommand,
  StopContactCommand,
  UpdateContactAttributesCommand,
} from "@aws-sdk/client-connect";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { disconnectParticipant, getParticipantInput } from "@skill-call/contact-flow";
import { bench, customer, flowOf, source } from "../../test/support.ts";
import { type ConnectApi, startConnectApi } from "./start-connect-api.ts";

const flow = flowOf("wait", {
  wait: getParticipantInput({
    text: "Press 1.",
    timeLimitSeconds: 300,
    keys: {},
    otherwise: "bye",
    error: "bye",
  }),
  bye: disconnectParticipant(),
});
const instance = { InstanceId: "11111111-2222-4333-8444-555555555555" };
const at = bench({ flows: [flow] });
let api: ConnectApi;
let client: ConnectClient;

beforeAll(async () => {
  api = await startConnectApi(at);
  client = new ConnectClient({
    endpoint: api.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  });
});

// Requests may come again.
beforeEach(() => at.clock.elapse(10_000));

afterAll(async () => {
  client.destroy();
  await api.close();
});

const voice = {
  ...instance,
  ContactFlowId: "main",
  DestinationPhoneNumber: customer,
  SourcePhoneNumber: source,
  Attributes: { contextId: "c1" },
};

const start = (change: object = {}) =>
  client.send(new StartOutboundVoiceContactCommand({ ...voice, ...change }));

test("a call is started, described, given attributes and stopped, as the AWS SDK asks for it", async () => {
  const { ContactId = "" } = await start();
  await at.clock.elapse(0);
  await client.send(
    new UpdateContactAttributesCommand({
      ...instance,
      InitialContactId: ContactId,
      Attributes: { tier: "gold" },
    }),
  );
  const attributes = { contextId: "c1", tier: "gold" };
  const read = await client.send(
    new GetContactAttributesCommand({ ...instance, InitialContactId: ContactId }),
  );
  expect(read.Attributes).toEqual(attributes);
  const { Contact } = await client.send(new DescribeContactCommand({ ...instance, ContactId }));
  expect(Contact).toMatchObject({
    Id: ContactId,
    InitialContactId: ContactId,
    Channel: "VOICE",
    InitiationMethod: "API",
    Attributes: attributes,
    ConnectedToSystemTimestamp: expect.any(Date),
  });
  await client.send(new StopContactCommand({ ...instance, ContactId }));
  await at.clock.elapse(0);
  expect(at.contacts.find(ContactId)?.contact.disconnectReason).toBe("API");
});

test("the same token starts one contact, and after seven days another", async () => {
  const first = await start({ ClientToken: "token-1" });
  expect(await start({ ClientToken: "token-1" })).toMatchObject({ ContactId: first.ContactId });
  expect((await start({ ClientToken: "token-2" })).ContactId).not.toBe(first.ContactId);
  await at.clock.elapse(8 * 24 * 60 * 60 * 1_000);
  expect((await start({ ClientToken: "token-1" })).ContactId).not.toBe(first.ContactId);
});

test("a task is started with a link, and needs no number", async () => {
  const link = { Type: "URL", Value: "https://context.example.com/agent#c2" } as const;
  const { ContactId = "" } = await client.send(
    new StartTaskContactCommand({
      ...instance,
      ContactFlowId: "main",
      Name: "Call back",
      Attributes: { contextId: "c2" },
      References: { "Call context": link },
    }),
  );
  expect(at.contacts.find(ContactId)?.contact.begun).toMatchObject({
    channel: "TASK",
    attributes: { contextId: "c2" },
    references: { "Call context": link },
  });
});

test.each<[string, object, string]>([
  ["an instance that is not there", { InstanceId: "other" }, "ResourceNotFoundException"],
  ["a flow that is not there", { ContactFlowId: "other" }, "ResourceNotFoundException"],
  [
    "a number that is not E.164",
    { DestinationPhoneNumber: "2045551111" },
    "InvalidParameterException",
  ],
  [
    "a source that is not the instance's",
    { SourcePhoneNumber: "+19995550100" },
    "InvalidParameterException",
  ],
  ["neither source nor queue", { SourcePhoneNumber: undefined }, "InvalidParameterException"],
  [
    "an attribute with a space in its key",
    { Attributes: { "a b": "c" } },
    "InvalidParameterException",
  ],
  [
    "attributes that are too large",
    { Attributes: { a: "x".repeat(32_768) } },
    "InvalidParameterException",
  ],
  [
    "a reference of a type that no contact begins with",
    { References: { Letter: { Type: "ATTACHMENT", Value: "letter.pdf" } } },
    "InvalidParameterException",
  ],
  [
    "a reference without a name",
    { References: { "": { Type: "URL", Value: "https://context.example.com/agent" } } },
    "InvalidParameterException",
  ],
  [
    "references that are too large",
    { References: { a: { Type: "STRING", Value: "x".repeat(4_096) } } },
    "InvalidParameterException",
  ],
  [
    "machine detection in an ordinary call",
    { AnswerMachineDetectionConfig: { EnableAnswerMachineDetection: true } },
    "InvalidParameterException",
  ],
])("%s is refused", async (_, change, name) => {
  await expect(start(change)).rejects.toMatchObject({ name });
});

test("more than two requests a second are too many, after a burst of five", async () => {
  const refused = { ContactFlowId: "other" };
  const names = [];
  for (let index = 0; index < 7; index += 1) {
    names.push(await start(refused).catch(({ name }) => name));
  }
  expect(names.filter((name) => name === "TooManyRequestsException")).toHaveLength(2);
  await at.clock.elapse(500);
  await expect(start(refused)).rejects.toMatchObject({ name: "ResourceNotFoundException" });
});

test("an eleventh call at once is over the instance's limit", async () => {
  const limited = bench({ flows: [flow] });
  for (let index = 0; index < 10; index += 1) await limited.call("main");
  expect(limited.contacts.activeCalls).toBe(10);
  const own = await startConnectApi(limited);
  const other = new ConnectClient({
    endpoint: own.endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "a", secretAccessKey: "b" },
    maxAttempts: 1,
  });
  await expect(other.send(new StartOutboundVoiceContactCommand(voice))).rejects.toMatchObject({
    name: "LimitExceededException",
  });
  other.destroy();
  await own.close();
});

test("an injected error is the API's own", async () => {
  api.faults.inject({ kind: "error", code: "DestinationNotAllowedException" }, { times: 1 });
  await expect(start()).rejects.toMatchObject({ name: "DestinationNotAllowedException" });
});

test("a request whose answer is lost has started its contact: the token finds it", async () => {
  api.faults.inject({ kind: "answer-lost" }, { times: 1 });
  await expect(start({ ClientToken: "lost" })).rejects.toThrow();
  const started = at.contacts.activeCalls;
  await start({ ClientToken: "lost" });
  expect(at.contacts.activeCalls).toBe(started);
});

test("a request that is not signed is refused", async () => {
  const answer = await fetch(`${api.endpoint}/contact/outbound-voice`, {
    method: "PUT",
    body: JSON.stringify(voice),
  });
  expect(answer.status).toBe(403);
  expect(answer.headers.get("x-amzn-errortype")).toBe("UnauthorizedException");
});
