import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { createHttpLambda } from "./http-lambda.ts";
import type { LambdaFunction } from "./lambda-function.ts";

let server: Server;
let lambda: LambdaFunction;
const clock = createManualClock();

async function behind(listener: RequestListener): Promise<void> {
  server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  lambda = createHttpLambda({
    name: "function",
    endpoint: `http://127.0.0.1:${port}`,
    timeoutMs: 5000,
    clock,
  });
}

afterEach(async () => {
  await lambda.close();
  await new Promise((resolve) => server.close(resolve));
});

test("an invocation is a POST of the event to Lambda's path, the answer its body", async () => {
  const seen: unknown[] = [];
  await behind(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    seen.push(request.method, request.url, JSON.parse(Buffer.concat(chunks).toString()));
    response.end('{"SchemaVersion":"1.0"}');
  });
  expect(await lambda.invoke({ Sequence: 1 })).toEqual({
    outcome: "answered",
    payload: { SchemaVersion: "1.0" },
    durationMs: 0,
  });
  expect(seen).toEqual(["POST", "/2015-03-31/functions/function/invocations", { Sequence: 1 }]);
});

test("two invocations at once are sent at once", async () => {
  const waiting: (() => void)[] = [];
  await behind((_request, response) => {
    waiting.push(() => response.end("1"));
    if (waiting.length === 2) for (const answer of waiting) answer();
  });
  const both = await Promise.all([lambda.invoke({}), lambda.invoke({})]);
  expect(both.map(({ outcome }) => outcome)).toEqual(["answered", "answered"]);
});

describe("an error", () => {
  test.each([
    [
      "of Lambda: with the header",
      { headers: { "X-Amz-Function-Error": "Unhandled" }, body: '{"errorMessage":"no"}' },
      { outcome: "failed", errorType: "Unhandled", message: "no" },
    ],
    [
      "of Lambda's time limit",
      {
        headers: { "X-Amz-Function-Error": "Unhandled" },
        body: '{"errorMessage":"2026-11-23T09:00:00Z 1 Task timed out after 3.00 seconds"}',
      },
      {
        outcome: "timed-out",
        errorType: "Sandbox.Timedout",
        message: "2026-11-23T09:00:00Z 1 Task timed out after 3.00 seconds",
      },
    ],
    [
      "of the runtime interface emulator: by its shape",
      { body: '{"errorType":"TypeError","errorMessage":"no","trace":[]}' },
      { outcome: "failed", errorType: "TypeError", message: "no" },
    ],
    [
      "of the runtime interface emulator's time limit: by its text",
      { body: "Task timed out after 3.00 seconds" },
      {
        outcome: "timed-out",
        errorType: "Sandbox.Timedout",
        message: "Task timed out after 3.00 seconds",
      },
    ],
    [
      "of the service: a function that is not there",
      {
        status: 404,
        headers: { "x-amzn-ErrorType": "ResourceNotFoundException" },
        body: '{"Message":"Function not found"}',
      },
      {
        outcome: "failed",
        errorType: "ResourceNotFoundException",
        message: "The endpoint answered 404.",
      },
    ],
    [
      "of a server that is no Lambda",
      { status: 502, body: "<html>" },
      { outcome: "failed", errorType: "ServiceException", message: "The endpoint answered 502." },
    ],
    [
      "of an answer that is not JSON",
      { body: "<html>" },
      {
        outcome: "failed",
        errorType: "Runtime.JSONStringifyError",
        message: "The answer is not JSON.",
      },
    ],
  ])("%s", async (_what, reply, end) => {
    await behind((_request, response) => {
      const { status = 200, headers = {}, body } = reply as Reply;
      response.writeHead(status, headers).end(body);
    });
    expect(await lambda.invoke({})).toEqual({ ...end, durationMs: 0 });
  });
});

interface Reply {
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

test("an empty body is an answer of nothing", async () => {
  await behind((_request, response) => response.end());
  expect(await lambda.invoke({})).toMatchObject({ outcome: "answered", payload: null });
});

test("a server that is not there is told by its error code", async () => {
  await behind(() => {});
  await new Promise((resolve) => server.close(resolve));
  expect(await lambda.invoke({})).toMatchObject({
    outcome: "failed",
    errorType: "ServiceException",
    message: expect.stringContaining("ECONNREFUSED"),
  });
});

test("a connection that breaks is a failure", async () => {
  await behind((request) => request.socket.destroy());
  expect(await lambda.invoke({})).toMatchObject({ outcome: "failed", message: "ECONNRESET" });
});

test("an answer that does not come in time is timed out", async () => {
  await behind(() => {});
  const arrived = new Promise((resolve) => server.once("request", resolve));
  const invocation = lambda.invoke({});
  await arrived;
  clock.advance(5000);
  expect(await invocation).toMatchObject({ outcome: "timed-out", durationMs: 5000 });
});
