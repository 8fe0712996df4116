import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { encodeContextId, hashContextId, kmsDataKeys } from "@skill-call/call-context";
import { traceHeader, XRayDaemon } from "@skill-call/telemetry/testing";
import { kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import { until } from "@skill-call/test-peers/until";
import { LocalAws } from "./support/aws.ts";
import { startBuiltLambda } from "./support/built-lambda.ts";
import { apiGatewayEvent, functionUrlEvent } from "./support/http-events.ts";
import { audience, Issuer } from "./support/issuer.ts";
import { sampleContext, secrets } from "./support/sample-context.ts";

let aws: LocalAws;
let issuer: Issuer;
type ContextApi = Awaited<ReturnType<typeof startBuiltLambda>>;

let lambda: ContextApi;
let contextId: string;
let token: string;

beforeAll(async () => {
  [aws, issuer] = [await LocalAws.start(), await Issuer.start()];
  ({ contextId } = await aws.store.create(sampleContext));
  token = await issuer.token({ scope: "call-context:read call-context:write" });
  lambda = await started();
});

async function started(environment: Readonly<Record<string, string>> = {}): Promise<ContextApi> {
  const access = { JWT_ISSUER: issuer.url, JWT_AUDIENCE: audience, IAM_AUTH: "true" };
  const fresh = await startBuiltLambda({ ...aws.environment, ...access, ...environment });
  await warmUp(fresh);
  return fresh;
}

/** The first request has much to do: on a busy machine more than its time limits allow. Whoever asks asks again then. */
async function warmUp(fresh: ContextApi): Promise<void> {
  const read = apiGatewayEvent({ path: `/v1/contexts/${contextId}`, token });
  await until(async () => (await fresh.invoke(read)).statusCode !== 503);
}

afterAll(async () => {
  await lambda?.stop();
  await Promise.all([issuer?.close(), aws?.close()]);
});

const shapes = [
  ["API Gateway", apiGatewayEvent],
  ["a function URL", functionUrlEvent],
] as const;

test.each(shapes)("behind %s a context is read, with one request to DynamoDB", async (_, event) => {
  const before = aws.dynamoDb.requests().length;
  const result = await lambda.invoke(event({ path: `/v1/contexts/${contextId}`, token }));
  expect(result).toMatchObject({ statusCode: 200, isBase64Encoded: false });
  expect(result.headers).toMatchObject({
    "content-type": "application/json",
    "cache-control": "no-store",
  });
  expect(JSON.parse(result.body)).toMatchObject({ contextId, accountId: "••••1-Q" });
  expect(
    aws.dynamoDb
      .requests()
      .slice(before)
      .map(({ operation }) => operation),
  ).toEqual(["GetItem"]);
});

test.each(shapes)(
  "behind %s a context is found by its header, in plain and in base64",
  async (_, event) => {
    const body = JSON.stringify({ userToUser: encodeContextId(contextId) });
    const ask = { method: "POST", path: "/v1/contexts:lookup", token };
    const plain = await lambda.invoke(event({ ...ask, body }));
    const encoded = { body: Buffer.from(body).toString("base64"), isBase64Encoded: true };
    expect(plain.statusCode).toBe(200);
    expect((await lambda.invoke(event({ ...ask, ...encoded }))).body).toBe(plain.body);
  },
);

test.each(shapes)(
  "behind %s who has no token is refused, and who signed is let in",
  async (_, event) => {
    const path = `/v1/contexts/${contextId}`;
    expect((await lambda.invoke(event({ path }))).statusCode).toBe(401);
    const signed = await lambda.invoke(
      event({ path, userArn: "arn:aws:sts::123456789012:assumed-role/crm/x" }),
    );
    expect(signed.statusCode).toBe(200);
  },
);

test.each(shapes)(
  "behind %s notes and the status are written, and the timeline told",
  async (shape, event) => {
    const path = `/v1/contexts/${contextId}`;
    const body = JSON.stringify({ id: shape.replaceAll(" ", "-"), text: "Gold" });
    const noted = await lambda.invoke(
      event({ method: "POST", path: `${path}/notes`, token, body }),
    );
    expect(noted.statusCode).toBe(201);
    const moved = JSON.stringify({ status: "connected" });
    const status = await lambda.invoke(
      event({ method: "POST", path: `${path}/status`, token, body: moved }),
    );
    expect(status.statusCode).toBe(200);
    const { body: timeline } = await lambda.invoke(event({ path: `${path}/timeline`, token }));
    const note = { type: "note", ...JSON.parse(noted.body) };
    expect(JSON.parse(timeline).entries).toContainEqual(note);
  },
);

test.each(shapes)(
  "behind %s events are one event, and the page is there with its own policy",
  async (_, event) => {
    const events = await lambda.invoke(event({ path: `/v1/contexts/${contextId}/events`, token }));
    expect(events.headers["content-type"]).toBe("text/event-stream");
    expect(events.body.match(/^event: /gm)).toHaveLength(1);
    for (const path of ["/agent", "/agent/workspace"]) {
      const page = await lambda.invoke(event({ path, query: "userToUser=x" }));
      expect(page.body).toContain("<h1>Who is calling</h1>");
      expect(page.body.includes("connect-app-host-init")).toBe(path === "/agent/workspace");
      expect(page.headers["content-security-policy"]).toMatch(/script-src 'sha256-[^' ]+';/);
    }
  },
);

test.each(shapes)("behind %s nobody is who AWS names nobody", async (_, event) => {
  const asked = event({ path: `/v1/contexts/${contextId}` });
  const headers = { ...asked.headers, iamarn: "arn:aws:iam::1:user/x" };
  for (const authorizer of [
    { iam: { userArn: null } },
    { iam: { userArn: "" } },
    { iam: null },
    { lambda: { iam: { userArn: "arn:aws:iam::1:user/x" } } },
    { jwt: { claims: { scope: "call-context:read" }, scopes: ["call-context:read"] } },
  ]) {
    const requestContext = { ...asked.requestContext, authorizer };
    const { statusCode } = await lambda.invoke({ ...asked, headers, requestContext });
    expect(statusCode).toBe(401);
  }
});

test.each(shapes)("behind %s a method that no route has is 405", async (_, event) => {
  for (const method of ["TRACE", "CONNECT", "DELETE"]) {
    const path = `/v1/contexts/${contextId}`;
    expect((await lambda.invoke(event({ method, path, token }))).statusCode).toBe(405);
  }
});

test.each(shapes)("behind %s a request ID that is no header is exchanged", async (_, event) => {
  const asked = event({ path: `/v1/contexts/${contextId}`, token });
  for (const requestId of ["\0", "a\r\nb: c", "☎"]) {
    const requestContext = { ...asked.requestContext, requestId };
    const { statusCode, headers } = await lambda.invoke({ ...asked, requestContext });
    expect(statusCode).toBe(200);
    expect(headers["x-request-id"]).toMatch(/^[\da-f-]{36}$/);
  }
});

test("what is no such event is refused by the field's name", async () => {
  await expect(lambda.invoke({ rawPath: "/agent" })).rejects.toMatchObject({
    name: "EventFormatError",
    message: "The event is not of payload format 2.0: requestContext does not fit",
  });
});

test("a DynamoDB that throttles for long is 503, in time", async () => {
  aws.dynamoDb.faults.add({ kind: "throttle", operation: "GetItem", times: 50 });
  const result = await lambda.invoke(apiGatewayEvent({ path: `/v1/contexts/${contextId}`, token }));
  aws.dynamoDb.faults.clear();
  expect(result.statusCode).toBe(503);
});

test("the log of all these requests holds no name, no number, no token and no whole context ID", () => {
  const told = [...secrets, contextId, token, "agent-7", "crm/x"].filter((each) =>
    lambda.log.includes(each),
  );
  expect(told).toEqual([]);
  expect(lambda.log).toContain(hashContextId(contextId));
});

test("a sampled request is told to X-Ray, with its read, and nothing of what was read", async () => {
  const daemon = await XRayDaemon.start();
  const traced = await started({
    ...daemon.environment,
    _X_AMZN_TRACE_ID: traceHeader(true),
  });
  await traced.invoke(apiGatewayEvent({ path: `/v1/contexts/${contextId}/timeline`, token }));
  const told = await daemon.first(({ annotations }) => annotations?.event === "getTimeline");
  expect(told.annotations).toEqual({
    Service: "context-api",
    ColdStart: false,
    event: "getTimeline",
    contextHash: hashContextId(contextId),
    outcome: "ok",
  });
  const read = await daemon.first(({ parent_id }) => parent_id === told.id);
  expect(read).toMatchObject({
    name: "DynamoDB",
    aws: { operation: "GetItem", table_name: "skill-call-contexts" },
  });
  const personal = [...secrets, contextId, token, "agent-7"];
  expect(personal.filter((each) => daemon.text.includes(each))).toEqual([]);
  await traced.stop();
  await daemon.close();
});

test("a request that is not sampled tells X-Ray nothing, and one that is needs no daemon", async () => {
  // Such an address is refused when the way to X-Ray is opened: whether it is opened can be seen by that.
  const broken = { AWS_XRAY_DAEMON_ADDRESS: "nowhere" };
  for (const sampled of [false, true]) {
    const other = await started({ ...broken, _X_AMZN_TRACE_ID: traceHeader(sampled) });
    const event = apiGatewayEvent({ path: `/v1/contexts/${contextId}`, token });
    expect((await other.invoke(event)).statusCode).toBe(200);
    await other.stop();
    expect(other.log.includes("trace.unavailable")).toBe(sampled);
  }
});

test("the agent's page is told the labels of the call form, in each of its locales", async () => {
  const LAMBDA_TASK_ROOT = join(__dirname, "../dist/lambda");
  const deployed = await started({ LAMBDA_TASK_ROOT });
  const { body } = await deployed.invoke(apiGatewayEvent({ path: "/agent/settings.json" }));
  await deployed.stop();
  const { labels } = JSON.parse(body);
  expect(Object.keys(labels)).toEqual(["en-US", "en-CA", "es-US", "fr-CA"]);
  expect(labels["fr-CA"]).toContainEqual({
    id: "reason",
    kind: "reason",
    label: expect.any(String),
    sensitive: false,
    values: expect.objectContaining({ billing: "facturation" }),
  });
});

test("a bad environment stops the Lambda at start, with every mistake in one error", async () => {
  const started = startBuiltLambda({ JWT_ISSUER: "login", IAM_AUTH: "maybe" });
  await expect(started).rejects.toThrow(/4 mistakes in its environment:\n- CALL_CONTEXT_TABLE: /);
});

test("a context that is encrypted is read, noted on and its notes read; where KMS refuses, nothing of it is said", async () => {
  const kms = new StandInKms();
  const server = await kmsOverHttp(kms);
  const fresh = await started({ AWS_ENDPOINT_URL_KMS: server.url });
  const dataKeys = kmsDataKeys(kms, kms.createKey());
  const store = aws.storeWith({ dataKeys });
  const { contextId: id } = await store.create(sampleContext);
  const path = `/v1/contexts/${id}`;
  const noted = await fresh.invoke(
    apiGatewayEvent({
      method: "POST",
      path: `${path}/notes`,
      token,
      body: JSON.stringify({ id: "n1", text: "Called back" }),
    }),
  );
  expect(noted.statusCode).toBe(201);
  const timeline = await fresh.invoke(apiGatewayEvent({ path: `${path}/timeline`, token }));
  expect(timeline.body).toContain("Called back");
  const read = await fresh.invoke(apiGatewayEvent({ path, token }));
  expect(JSON.parse(read.body)).toMatchObject({ contextId: id, accountId: "••••1-Q" });
  const { contextId: other } = await store.create(sampleContext);
  kms.fail({ name: "AccessDeniedException", times: 100 });
  const refused = await fresh.invoke(apiGatewayEvent({ path: `/v1/contexts/${other}`, token }));
  expect(refused.statusCode).toBe(503);
  await fresh.stop();
  await server.close();
});
