import { afterEach, expect, test } from "@jest/globals";
import { sendHttp } from "../../http/send-http.ts";
import { requestSigner } from "../../http/sign-request.ts";
import { echoAccess } from "../../testing/alexa-access.ts";
import {
  answerJson,
  type LoopbackServer,
  startLoopbackServer,
} from "../../testing/loopback-server.ts";
import type { CallStarter } from "../call-starter.ts";
import { createConnectStarter } from "./connect.ts";
import { createConnectTaskStarter } from "./connect-task.ts";

const servers: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

type Answer = Parameters<typeof startLoopbackServer>[0];

async function serve(
  answer: Answer = (_, response) => answerJson(response, 200, { ContactId: "c" }),
) {
  const server = await startLoopbackServer(answer);
  servers.push(server);
  const environment = {
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "session",
  };
  const sign = requestSigner({ service: "connect", region: "us-east-1", environment });
  const api = {
    send: sendHttp,
    sign,
    endpoint: server.origin,
    instanceId: "instance",
    flowId: "flow",
  };
  return { server, api };
}

const call = {
  contextId: "db792233-8df3-416c-8d80-a70038747b74",
  attributes: { reason: "billing" },
  access: echoAccess,
  callerNumber: "+12045551111",
  signal: new AbortController().signal,
};

test("Connect is asked to ring the caller, with one signed request", async () => {
  const { server, api } = await serve();
  await createConnectStarter({ api, sourceNumber: "+16075550111" }).start(call);
  expect(server.seen).toHaveLength(1);
  const [seen] = server.seen;
  expect(seen).toMatchObject({ method: "PUT", url: "/contact/outbound-voice" });
  expect(seen?.headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/connect\/aws4_request, SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, Signature=[0-9a-f]{64}$/,
  );
  expect(seen?.headers["x-amz-security-token"]).toBe("session");
  const body = JSON.parse(seen?.body ?? "");
  expect(body).toEqual({
    InstanceId: "instance",
    ContactFlowId: "flow",
    DestinationPhoneNumber: "+12045551111",
    SourcePhoneNumber: "+16075550111",
    ClientToken: expect.stringMatching(/^0659847255a4[0-9a-f]{52}$/),
    Attributes: { contextId: call.contextId, reason: "billing" },
    RingTimeoutInSeconds: 45,
  });
});

test("the same context has the same token, and another one another", async () => {
  const { server, api } = await serve();
  const starter = createConnectStarter({ api, sourceNumber: "+16075550111", queueId: "queue" });
  await starter.start(call);
  await starter.start(call);
  await starter.start({ ...call, contextId: "another" });
  const bodies = server.seen.map(({ body }) => JSON.parse(body));
  expect(bodies[0].QueueId).toBe("queue");
  expect(bodies[1].ClientToken).toBe(bodies[0].ClientToken);
  expect(bodies[2].ClientToken).not.toBe(bodies[0].ClientToken);
});

test("a task says why, and holds no number", async () => {
  const { server, api } = await serve();
  await createConnectTaskStarter(api).start(call);
  expect(server.seen[0]).toMatchObject({ method: "PUT", url: "/contact/task" });
  expect(JSON.parse(server.seen[0]?.body ?? "")).toMatchObject({
    Name: "Call back: billing",
    Attributes: { contextId: call.contextId, reason: "billing" },
  });
  expect(server.seen[0]?.body).not.toContain("2045551111");
});

test("where the agent's page is known, a call and a task have a link to their context", async () => {
  const { server, api } = await serve();
  const linked = { ...api, agentPageUrl: "https://context.example.com/agent" };
  await createConnectStarter({ api: linked, sourceNumber: "+16075550111" }).start(call);
  await createConnectTaskStarter(linked).start(call);
  const url = `https://context.example.com/agent#${call.contextId}`;
  const References = { "Call context": { Type: "URL", Value: url } };
  expect(server.seen.map(({ body }) => JSON.parse(body))).toMatchObject([
    { References },
    { References },
  ]);
});

const failing =
  (status: number, errorType?: string): Answer =>
  (_, response) => {
    if (errorType) response.setHeader("x-amzn-errortype", errorType);
    answerJson(response, status, { Message: "no" });
  };

test.each<[number, string | undefined, string]>([
  [403, "DestinationNotAllowedException", "connect.destination-not-allowed"],
  [403, "OutboundContactNotPermittedException", "connect.not-permitted"],
  [429, "LimitExceededException", "connect.limit-exceeded"],
  [402, "ServiceQuotaExceededException", "connect.quota-exceeded"],
  [429, "TooManyRequestsException", "connect.throttled"],
  [429, "ThrottlingException", "connect.throttled"],
  [400, "InvalidParameterException", "connect.invalid-parameter"],
  [400, "InvalidRequestException", "connect.invalid-request"],
  [404, "ResourceNotFoundException", "connect.not-found"],
  [500, "InternalServiceException", "connect.unavailable"],
  [429, "LimitExceededException:http://internal.amazon.com/coral/", "connect.limit-exceeded"],
  [403, "AccessDeniedException", "connect.access-denied"],
  [429, undefined, "connect.throttled"],
  [503, undefined, "connect.unavailable"],
  [418, undefined, "connect.invalid-request"],
])("%i %s is %s, of a call and of a task", async (status, errorType, code) => {
  const { api } = await serve(failing(status, errorType));
  const starters: CallStarter[] = [
    createConnectStarter({ api, sourceNumber: "+16075550111" }),
    createConnectTaskStarter(api),
  ];
  for (const starter of starters) {
    await expect(starter.start(call)).rejects.toMatchObject({ name: "CallFailure", code, status });
  }
});

test("a connection that breaks and an answer that is late are failures of their own", async () => {
  const broken = await serve((_, response) => response.destroy());
  await expect(createConnectTaskStarter(broken.api).start(call)).rejects.toMatchObject({
    code: "connect.connection-lost",
  });
  const controller = new AbortController();
  const late = await serve(() => controller.abort());
  const { signal } = controller;
  await expect(createConnectTaskStarter(late.api).start({ ...call, signal })).rejects.toMatchObject(
    {
      code: "connect.timeout",
    },
  );
});

test("without a number there is no call", async () => {
  const { server, api } = await serve();
  const nobody = { ...call, callerNumber: undefined };
  const starter = createConnectStarter({ api, sourceNumber: "+16075550111" });
  await expect(starter.start(nobody)).rejects.toMatchObject({ code: "profile.no-number" });
  expect(server.seen).toEqual([]);
});
