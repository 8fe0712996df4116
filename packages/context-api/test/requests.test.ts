import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Hono } from "hono";
import { announceEnds } from "../src/http/answer-headers.ts";
import { createHandler } from "../src/http/lambda-handler.ts";
import { Desk } from "./support/desk.ts";
import { apiGatewayEvent } from "./support/http-events.ts";
import { sampleContext } from "./support/sample-context.ts";

const token = "call-context:read call-context:write";

test.each([
  ["PUT", "/v1/contexts/x", {}, "otherMethod", "context-api.method-not-allowed"],
  ["DELETE", "/v1/contexts/x/notes", {}, "otherMethod", "context-api.method-not-allowed"],
  ["GET", "/v1/nowhere", {}, "noRoute", "context-api.no-route"],
  ["GET", "/", {}, "noRoute", "context-api.no-route"],
  ["GET", "/problems/nobodys", {}, "noRoute", "context-api.no-route"],
  ["DELETE", "/agent", {}, "otherMethod", "context-api.method-not-allowed"],
  ["OPTIONS", "/v1/contexts/x", { origin: "https://crm.example.com" }, "preflight", "ok"],
])("%s %s leaves its line in the audit log", async (method, path, headers, what, outcome) => {
  const desk = new Desk({ corsAllowedOrigins: ["https://crm.example.com"] });
  const response = await desk.ask(path, { method, headers, token });
  expect(desk.auditLines).toEqual([
    expect.objectContaining({ what, outcome, requestId: response.headers.get("x-request-id") }),
  ]);
});

test.each(["/agent", "/openapi.json", "/health", "/problems/context-api.conflict"])(
  "%s is open to everybody and leaves no line",
  async (path) => {
    const desk = new Desk();
    expect((await desk.ask(path)).status).toBe(200);
    expect(desk.auditLines).toEqual([]);
  },
);

test("a request is called what its sender calls it, in its answer, its problem and the log", async () => {
  const desk = new Desk();
  const headers = { "x-request-id": "4bf92f35-77b3-4da6-a3ce-929d0e0e4736" };
  const response = await desk.ask("/v1/contexts/x", { headers });
  expect(response.headers.get("x-request-id")).toBe(headers["x-request-id"]);
  expect(await response.json()).toMatchObject({
    instance: "urn:skill-call:request:4bf92f35-77b3-4da6-a3ce-929d0e0e4736",
  });
  expect(desk.auditLines[0]?.requestId).toBe(headers["x-request-id"]);
});

test("whatever its sender calls a request, the audit line has the ID that API Gateway's access log has", async () => {
  const desk = new Desk();
  const { headers, ...event } = apiGatewayEvent({ path: "/v1/contexts/x" });
  await createHandler(desk.app)({ ...event, headers: { ...headers, "x-request-id": "crm-4711" } });
  expect(desk.auditLines).toMatchObject([
    { requestId: "crm-4711", gatewayRequestId: event.requestContext.requestId },
  ]);
});

test("a request ID that may be personal data is exchanged for another", async () => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  for (const id of ["+12045551111", "204-555-1111", "María", "a b", "x".repeat(129), contextId]) {
    const headers = { "x-request-id": encodeURI(id) };
    const response = await desk.ask(`/v1/contexts/${contextId}`, { headers, token });
    if (encodeURI(id) === id) expect(response.headers.get("x-request-id")).not.toBe(id);
  }
  expect(desk.log).not.toContain("5551111");
  expect(desk.log).not.toContain(contextId);
});

test("callers are told what they may still ask", async () => {
  const desk = new Desk({ burst: 3 });
  const told = async () => {
    const { headers } = await desk.ask("/v1/contexts/x", { token });
    return [headers.get("ratelimit-policy"), headers.get("ratelimit")];
  };
  expect(await told()).toEqual(['"caller";q=3;w=3', '"caller";r=2;t=1']);
  expect(await told()).toEqual(['"caller";q=3;w=3', '"caller";r=1;t=2']);
});

test("who cannot prove who they are is counted by their address", async () => {
  const desk = new Desk({ burst: 2 });
  const from = async (sourceIp: string) =>
    (await desk.app.request("/v1/contexts/x", {}, { sourceIp })).status;
  expect([await from("192.0.2.1"), await from("192.0.2.1"), await from("192.0.2.1")]).toEqual([
    401, 401, 429,
  ]);
  expect(await from("192.0.2.2")).toBe(401);
  // A token counts as ever.
  const init = { headers: { authorization: `Bearer ${token}` } };
  const known = await desk.app.request("/v1/contexts/x", init, { sourceIp: "192.0.2.1" });
  expect(known.status).toBe(404);
});

test.each(["/v1/contexts%3Alookup", "/v1/contexts%3alookup"])("%s is the lookup", async (path) => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  const response = await desk.ask(path, { token, body: { userToUser: contextId } });
  expect(response.status).toBe(200);
  expect(desk.auditLines).toEqual([
    expect.objectContaining({ what: "lookupContext", contextHash: hashContextId(contextId) }),
  ]);
});

test("a problem's type opens as a page that says what to do", async () => {
  const desk = new Desk();
  const { type } = (await (await desk.ask("/v1/contexts/x", { token })).json()) as { type: string };
  const page = await desk.ask(type);
  expect(page.headers.get("content-type")).toMatch(/^text\/html/);
  expect(await page.text()).toContain("treat the call as one without a context");
  expect((await desk.ask("/problems/context-api.nothing", { token })).status).toBe(404);
});

test("an end that is announced is told on every answer of what ends, refusals too, and nowhere else", async () => {
  const app = new Hono();
  const end = {
    path: "/v1/",
    since: new Date("2023-07-01T00:00:00Z"),
    until: new Date("2024-07-01T00:00:00Z"),
    link: "https://context.example.com/v2",
  };
  app.use(announceEnds([end]));
  app.get("/v1/contexts", (c) => c.text("ok"));
  for (const path of ["/v1/contexts", "/v1/nowhere"]) {
    const { headers } = await app.request(path);
    expect(["deprecation", "sunset", "link"].map((name) => headers.get(name))).toEqual([
      // 2023-07-01, as in RFC 9745, section 2.1.
      "@1688169600",
      "Mon, 01 Jul 2024 00:00:00 GMT",
      '<https://context.example.com/v2>; rel="deprecation", <https://context.example.com/v2>; rel="sunset"',
    ]);
  }
  expect((await app.request("/v2/contexts")).headers.get("deprecation")).toBe(null);
});

test("traces are linked: of the request in the audit line, of the skill in the trace of the request", async () => {
  const desk = new Desk();
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const { contextId } = await desk.store.create({ ...sampleContext, traceparent });
  const headers = { traceparent: "00-5759e988bd862e3fe1be46a994272793-53995c3f42cd8ad8-01" };
  const response = await desk.ask(`/v1/contexts/${contextId}`, { token, headers });
  expect(await response.json()).toMatchObject({ traceparent, hiddenFields: ["queue"] });
  expect(desk.auditLines).toEqual([
    expect.objectContaining({ traceId: "1-5759e988-bd862e3fe1be46a994272793" }),
  ]);
  expect(desk.annotations).toEqual([
    expect.objectContaining({ startedIn: "1-4bf92f35-77b34da6a3ce929d0e0e4736" }),
  ]);
});
