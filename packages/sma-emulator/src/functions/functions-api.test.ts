import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { LoopbackServer } from "@skill-call/emulation";
import { createFakeLambda } from "@skill-call/lambda-runner/testing";
import { startFunctionsApi } from "./functions-api.ts";

const dial = createFakeLambda((event: { fail?: boolean }) => {
  if (event.fail) throw new RangeError("no");
  return { statusCode: 200 };
}, "dial");
const steps: string[] = [];
let api: LoopbackServer;

beforeEach(async () => {
  api = await startFunctionsApi({
    functionNamed: (name) => (name === "dial" ? dial : undefined),
    trace: ({ label }) => steps.push(label),
  });
});
afterEach(() => api.close());

async function invoke(name: string, body: string, type = "RequestResponse") {
  const path = `/2015-03-31/functions/${encodeURIComponent(name)}/invocations`;
  const response = await fetch(api.endpoint + path, {
    method: "POST",
    body,
    headers: { "x-amz-invocation-type": type },
  });
  const { status, headers } = response;
  const text = await response.text();
  return {
    status,
    body: text === "" ? undefined : JSON.parse(text),
    functionError: headers.get("x-amz-function-error"),
    errorType: headers.get("x-amzn-errortype"),
  };
}

test.each([
  "dial",
  "dial:$LATEST",
  "123456789012:function:dial",
  "arn:aws:lambda:us-east-1:123456789012:function:dial",
  "arn:aws:lambda:us-east-1:123456789012:function:dial:live",
])("the function answers by the name %s", async (name) => {
  expect(await invoke(name, '{"body":"{}"}')).toMatchObject({
    status: 200,
    body: { statusCode: 200 },
    functionError: null,
  });
  expect(dial.events.at(-1)).toEqual({ body: "{}" });
  expect(steps.at(-1)).toBe("invokes dial");
});

test("what it throws is a function error", async () => {
  expect(await invoke("dial", '{"fail":true}')).toMatchObject({
    status: 200,
    body: { errorType: "RangeError", errorMessage: "no" },
    functionError: "Unhandled",
  });
});

test("an event is taken without waiting for the function", async () => {
  const before = dial.events.length;
  expect(await invoke("dial", "", "Event")).toMatchObject({ status: 202, body: undefined });
  expect(dial.events).toHaveLength(before + 1);
});

test("a dry run invokes nothing", async () => {
  const before = dial.events.length;
  expect(await invoke("dial", "{}", "DryRun")).toMatchObject({ status: 204 });
  expect(dial.events).toHaveLength(before);
});

test("a function that is not there, and a payload that is not JSON, are refused", async () => {
  expect(await invoke("gone", "{}")).toMatchObject({
    status: 404,
    errorType: "ResourceNotFoundException",
  });
  expect(await invoke("dial", "{")).toMatchObject({
    status: 400,
    errorType: "InvalidRequestContentException",
  });
});
