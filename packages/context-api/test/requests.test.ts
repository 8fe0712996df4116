import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Desk } from "./support/desk.ts";
import { sampleContext } from "./support/sample-context.ts";

const token = "call-context:read call-context:write";

test.each([
  ["PUT", "/v1/contexts/x", {}, "otherMethod", "context-api.method-not-allowed"],
  ["DELETE", "/v1/contexts/x/notes", {}, "otherMethod", "context-api.method-not-allowed"],
  ["GET", "/v1/nowhere", {}, "noRoute", "context-api.no-route"],
  ["GET", "/", {}, "noRoute", "context-api.no-route"],
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
