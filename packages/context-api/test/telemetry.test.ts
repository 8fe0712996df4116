import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Desk } from "./support/desk.ts";
import { sampleContext } from "./support/sample-context.ts";

const read = "call-context:read";
const unknown = "0123456789abcdef0123456789abcdef";

test("contexts that are read are counted, each with one line in the log, and those that are not there", async () => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  await desk.ask(`/v1/contexts/${contextId}`, { token: read });
  expect(desk.log.match(/\n/g)).toHaveLength(1);
  await desk.ask(`/v1/contexts/${contextId}/timeline`, { token: read });
  await desk.ask(`/v1/contexts/${unknown}`, { token: read });
  const note = { token: "call-context:write", body: { text: "x" } };
  await desk.ask(`/v1/contexts/${contextId}/notes`, note);
  expect(desk.metrics).toEqual([
    { name: "ContextsRead" },
    { name: "ContextsRead" },
    { name: "ContextsNotFound" },
  ]);
});

test("requests that are denied are counted by cause, wherever they go", async () => {
  const desk = new Desk({ burst: 1 });
  await desk.ask("/v1/nowhere");
  await desk.ask(`/v1/contexts/${unknown}`, { token: "call-context:write" });
  await desk.ask(`/v1/contexts/${unknown}`, { token: read });
  expect(desk.metrics).toEqual([
    { name: "RequestsDenied", cause: "context-api.unauthorized" },
    { name: "RequestsDenied", cause: "context-api.forbidden" },
    { name: "RequestsDenied", cause: "context-api.too-many-requests" },
  ]);
});

test("what is merely wrong is not counted: it is neither denied nor about a context", async () => {
  const desk = new Desk();
  await desk.ask("/v1/nowhere", { token: read });
  await desk.ask("/agent");
  await desk.ask("/v1/contexts:lookup", { token: read, body: "{" });
  expect(desk.metrics).toEqual([]);
});

test("the trace of a request says what was asked for, and how that ended", async () => {
  const desk = new Desk();
  const { contextId } = await desk.store.create(sampleContext);
  await desk.ask(`/v1/contexts/${contextId}`, { token: read });
  await desk.ask("/v1/nowhere");
  expect(desk.annotations).toEqual([
    { event: "getContext", contextHash: hashContextId(contextId), outcome: "ok" },
    { event: "noRoute", contextHash: undefined, outcome: "context-api.unauthorized" },
  ]);
});
