import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { encodeContextId, hashContextId } from "@skill-call/call-context";
import { traceHeader, XRayDaemon } from "@skill-call/telemetry/testing";
import { LocalAws } from "./support/aws.ts";
import { BuiltLambda } from "./support/built-lambda.ts";
import { apiGatewayEvent, functionUrlEvent } from "./support/http-events.ts";
import { audience, Issuer } from "./support/issuer.ts";
import { sampleContext, secrets } from "./support/sample-context.ts";

let aws: LocalAws;
let issuer: Issuer;
let lambda: BuiltLambda;
let contextId: string;
let token: string;

beforeAll(async () => {
  [aws, issuer] = [await LocalAws.start(), await Issuer.start()];
  ({ contextId } = await aws.store.create(sampleContext));
  token = await issuer.token({ scope: "call-context:read call-context:write" });
  lambda = await started();
});

async function started(environment: Readonly<Record<string, string>> = {}): Promise<BuiltLambda> {
  const access = { JWT_ISSUER: issuer.url, JWT_AUDIENCE: audience, IAM_AUTH: "true" };
  const fresh = await BuiltLambda.start({ ...aws.environment, ...access, ...environment });
  await warmUp(fresh);
  return fresh;
}

/** The first request has much to do: on a busy machine more than its time limits allow. Whoever asks asks again then. */
async function warmUp(fresh: BuiltLambda): Promise<void> {
  const read = apiGatewayEvent({ path: `/v1/contexts/${contextId}`, token });
  while ((await fresh.invoke(read)).statusCode === 503);
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
    const page = await lambda.invoke(event({ path: "/agent", query: "userToUser=x" }));
    expect(page.body).toContain("<h1>Who is calling</h1>");
    expect(page.headers["content-security-policy"]).toMatch(/script-src 'sha256-[^' ]+';/);
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

test("what is no such event is refused by the field's name", async () => {
  await expect(lambda.invoke({ rawPath: "/agent" })).rejects.toThrow(
    "EventFormatError The event is none of payload format 2.0: requestContext",
  );
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
    aws: { operation: "GetItem", consistent_read: true },
  });
  const personal = [...secrets, contextId, token, "agent-7"];
  expect(personal.filter((each) => daemon.text.includes(each))).toEqual([]);
  await traced.stop();
  await daemon.close();
});

test("a request that is not sampled does not load what traces, and one that is needs no daemon", async () => {
  // The X-Ray SDK refuses such an address as it is loaded: whether it is loaded can be seen by that.
  const broken = { AWS_XRAY_DAEMON_ADDRESS: "nowhere" };
  for (const sampled of [false, true]) {
    const other = await started({ ...broken, _X_AMZN_TRACE_ID: traceHeader(sampled) });
    const event = apiGatewayEvent({ path: `/v1/contexts/${contextId}`, token });
    expect((await other.invoke(event)).statusCode).toBe(200);
    await other.stop();
    expect(other.log.includes("trace.unavailable")).toBe(sampled);
  }
});

test("a bad environment stops the Lambda at start, with every mistake in one error", async () => {
  const started = BuiltLambda.start({ JWT_ISSUER: "login", IAM_AUTH: "maybe" });
  await expect(started).rejects.toThrow(/4 mistakes in its environment:\n- CALL_CONTEXT_TABLE: /);
});
