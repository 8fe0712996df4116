import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { createManualClock, type ManualClock } from "@skill-call/emulation/testing";
import { until } from "@skill-call/test-peers/until";
import { type BuiltLambdaOptions, createBuiltLambda } from "./built-lambda.ts";
import type { LambdaFunction } from "./lambda-function.ts";
import type { LambdaLogLine } from "./lambda-log.ts";

let folder: string;
let clock: ManualClock;
let lines: LambdaLogLine[];
let started: LambdaFunction[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "built-lambda-"));
  clock = createManualClock();
  lines = [];
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((lambda) => lambda.close()));
  await rm(folder, { recursive: true });
});

async function lambdaOf(
  source: string,
  options: Partial<BuiltLambdaOptions> & { readonly as?: string } = {},
): Promise<LambdaFunction> {
  const file = join(folder, options.as ?? "index.mjs");
  await writeFile(file, source);
  const lambda = createBuiltLambda({
    name: "answering-machine",
    file,
    clock,
    log: (line) => lines.push(line),
    ...options,
  });
  started.push(lambda);
  return lambda;
}

async function payloadOf(lambda: LambdaFunction, event: unknown = {}): Promise<unknown> {
  const invocation = await lambda.invoke(event);
  if (invocation.outcome !== "answered") throw new Error(invocation.message);
  return invocation.payload;
}

describe("the handler", () => {
  test("of an ES module gets the event and answers", async () => {
    const lambda = await lambdaOf("export const handler = async (event) => ({ got: event });");
    expect(await lambda.invoke({ a: [1, "ü"] })).toEqual({
      outcome: "answered",
      payload: { got: { a: [1, "ü"] } },
      durationMs: 0,
    });
  });

  test("of a CommonJS file is found on exports", async () => {
    const lambda = await lambdaOf("exports.handler = async () => 'old style';", {
      as: "index.cjs",
    });
    expect(await payloadOf(lambda)).toBe("old style");
  });

  test("of a CommonJS file is found where a bundler assigned it", async () => {
    const source = "const all = { ['handler']: async () => 1 }; module.exports = { ...all };";
    expect(await payloadOf(await lambdaOf(source, { as: "index.cjs" }))).toBe(1);
  });

  test("may have another name", async () => {
    const lambda = await lambdaOf("export const main = async () => 7;", { handler: "main" });
    expect(await payloadOf(lambda)).toBe(7);
  });

  test("event and answer are JSON: what JSON does not know is lost on the way", async () => {
    const lambda = await lambdaOf(
      "export const handler = async (event) => ({ keys: Object.keys(event), no: undefined, at: new Date(0) });",
    );
    expect(await payloadOf(lambda, { kept: 1, lost: undefined })).toEqual({
      keys: ["kept"],
      at: "1970-01-01T00:00:00.000Z",
    });
  });

  test("an answer of nothing is null", async () => {
    expect(await payloadOf(await lambdaOf("export const handler = async () => {};"))).toBeNull();
  });
});

describe("what goes wrong is told as Lambda tells it", () => {
  test.each([
    [
      "an error thrown",
      "export const handler = async () => { throw new RangeError('too far'); };",
      { errorType: "RangeError", message: "too far" },
    ],
    [
      "something else thrown",
      "export const handler = async () => { throw 'a fit'; };",
      { errorType: "string", message: "a fit" },
    ],
    [
      "an answer that is not JSON",
      "export const handler = async () => 1n;",
      { errorType: "Runtime.JSONStringifyError", message: "Unable to stringify response body" },
    ],
    [
      "a process that ends itself",
      "export const handler = async () => process.exit(42);",
      {
        errorType: "Runtime.ExitError",
        message: "RequestId: request-1 Error: Runtime exited with error: exit status 42",
      },
    ],
    [
      "a process killed from within",
      "export const handler = async () => { process.kill(process.pid, 'SIGABRT'); await new Promise(() => {}); };",
      {
        errorType: "Runtime.ExitError",
        message: "RequestId: request-1 Error: Runtime exited with error: signal: SIGABRT",
      },
    ],
    [
      "a rejection nobody handles",
      "export const handler = async () => { Promise.reject(new Error('lost')); await new Promise(() => {}); };",
      { errorType: "Runtime.UnhandledPromiseRejection", message: "Error: lost" },
    ],
    [
      "an exception in a timer",
      "export const handler = () => new Promise(() => setImmediate(() => { throw new TypeError('late'); }));",
      { errorType: "TypeError", message: "late" },
    ],
    [
      "a package that is not in the file",
      "import 'not-in-the-bundle'; export const handler = async () => 1;",
      {
        errorType: "Runtime.ImportModuleError",
        message: expect.stringContaining("Cannot find package 'not-in-the-bundle'"),
      },
    ],
    [
      "a file that is no JavaScript",
      "export const handler = async () => {",
      {
        errorType: "Runtime.UserCodeSyntaxError",
        message: expect.stringContaining("SyntaxError"),
      },
    ],
    [
      "a file without the handler",
      "export const other = async () => 1;",
      {
        errorType: "Runtime.HandlerNotFound",
        message: "index.handler is undefined or not exported",
      },
    ],
    [
      "an error while the file loads",
      "throw new Error('TABLE is missing'); export const handler = async () => 1;",
      { errorType: "Error", message: "TABLE is missing" },
    ],
  ])("%s", async (_what, source, error) => {
    const lambda = await lambdaOf(source, { newId: () => "request-1" });
    expect(await lambda.invoke({})).toEqual({ outcome: "failed", ...error, durationMs: 0 });
  });

  test("a file that is not there is an import error", async () => {
    const lambda = createBuiltLambda({ name: "gone", file: join(folder, "gone.mjs"), clock });
    started.push(lambda);
    expect(await lambda.invoke({})).toMatchObject({ errorType: "Runtime.ImportModuleError" });
  });

  test("a folder that is not there is told, too", async () => {
    const lambda = createBuiltLambda({ name: "gone", file: "/no/such/folder/index.mjs", clock });
    started.push(lambda);
    expect(await lambda.invoke({})).toMatchObject({
      outcome: "failed",
      errorType: "Runtime.ExitError",
      message: expect.stringContaining("ENOENT"),
    });
  });

  test("an error thrown leaves the process warm", async () => {
    const lambda = await lambdaOf(
      "let calls = 0; export const handler = async ({ fail }) => { calls += 1; if (fail) throw new Error('x'); return calls; };",
    );
    await lambda.invoke({ fail: true });
    expect(await payloadOf(lambda)).toBe(2);
  });

  test("after a failed init the next invocation loads the file again", async () => {
    const source = (state: string) => `throw new Error('${state}');`;
    const lambda = await lambdaOf(source("first"));
    expect(await lambda.invoke({})).toMatchObject({ message: "first" });
    await writeFile(join(folder, "index.mjs"), source("second"));
    expect(await lambda.invoke({})).toMatchObject({ message: "second" });
  });
});

describe("the time limit", () => {
  const source =
    "let calls = 0; export const handler = async ({ hang }) => { calls += 1; if (hang) for (;;); return calls; };";

  test("kills a process that never gives the event loop back", async () => {
    const lambda = await lambdaOf(source, { timeoutMs: 5000, newId: () => "request-1" });
    const invocation = lambda.invoke({ hang: true });
    await clock.untilScheduled(5000);
    clock.advance(5000);
    expect(await invocation).toEqual({
      outcome: "timed-out",
      errorType: "Sandbox.Timedout",
      message: "RequestId: request-1 Error: Task timed out after 5.00 seconds",
      durationMs: 5000,
    });
  });

  test("is followed by a fresh process", async () => {
    const lambda = await lambdaOf(source);
    expect(await payloadOf(lambda)).toBe(1);
    const invocation = lambda.invoke({ hang: true });
    await clock.untilScheduled(3000);
    clock.advance(3000);
    await invocation;
    expect(await payloadOf(lambda)).toBe(1);
  });

  test("of the init phase is ten seconds", async () => {
    const lambda = await lambdaOf(
      "await new Promise((r) => setTimeout(r, 1e9)); export const handler = 1;",
    );
    const invocation = lambda.invoke({});
    await clock.untilScheduled(10_000);
    clock.advance(10_000);
    expect(await invocation).toMatchObject({ outcome: "timed-out", durationMs: 10_000 });
  });
});

describe("processes", () => {
  const source = "let calls = 0; export const handler = async () => [process.pid, ++calls];";

  test("stay warm between invocations", async () => {
    const lambda = await lambdaOf(source);
    const [pid] = (await payloadOf(lambda)) as number[];
    expect(await payloadOf(lambda)).toEqual([pid, 2]);
  });

  test("take one invocation at a time: two that need each other run in two processes", async () => {
    const lambda = await lambdaOf(`
      import { readdir, writeFile } from "node:fs/promises";
      let calls = 0;
      const came = async () => (await readdir(import.meta.dirname)).filter((name) => name.startsWith("came-"));
      export const handler = async (names) => {
        calls += 1;
        for (const name of names) await writeFile(import.meta.dirname + "/came-" + name, "");
        while ((await came()).length < 2);
        return [process.pid, calls];
      };`);
    const both = (await Promise.all([
      payloadOf(lambda, ["first"]),
      payloadOf(lambda, ["second"]),
    ])) as number[][];
    expect(new Set(both.map(([pid]) => pid)).size).toBe(2);
    expect(both.map(([, calls]) => calls)).toEqual([1, 1]);
    expect(both.map(([pid]) => pid)).toContain(((await payloadOf(lambda, [])) as number[])[0]);
  });

  test("that become ready while the function is closed keep nothing alive", async () => {
    const lambda = await lambdaOf("export const handler = async () => 1;");
    const warmed = lambda.warm();
    await until(() => clock.scheduled() > 0);
    await Promise.all([lambda.close(), warmed]);
    expect(clock.scheduled()).toBe(0);
  });

  test("are gone after close, and nothing can be invoked any more", async () => {
    const lambda = await lambdaOf(source);
    const [pid = 0] = (await payloadOf(lambda)) as number[];
    await lambda.close();
    expect(() => process.kill(pid, 0)).toThrow("ESRCH");
    expect(await lambda.invoke({})).toMatchObject({ message: "The function was closed." });
  });

  test("close ends an invocation that is under way", async () => {
    const lambda = await lambdaOf("export const handler = () => new Promise(() => {});");
    const invocation = lambda.invoke({});
    await clock.untilScheduled(3000);
    await lambda.close();
    expect(await invocation).toMatchObject({ outcome: "failed", errorType: "Runtime.ExitError" });
  });

  test("one that crashed while idle is replaced", async () => {
    const lambda = await lambdaOf(
      "let calls = 0; export const handler = async () => { setImmediate(() => process.exit(1)); return [process.pid, ++calls]; };",
    );
    const [pid = 0] = (await payloadOf(lambda)) as number[];
    await until(() => !isRunning(pid));
    await new Promise(setImmediate);
    const [next, calls] = (await payloadOf(lambda)) as number[];
    expect(next).not.toBe(pid);
    expect(calls).toBe(1);
  });
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describe("what a Lambda sees", () => {
  test("nothing of the host's environment, but its own variables and Lambda's", async () => {
    process.env.SECRET_OF_THE_HOST = "x";
    const lambda = await lambdaOf("export const handler = async () => process.env;", {
      environment: { TABLE: "calls", AWS_REGION: "us-west-2" },
    });
    const environment = await payloadOf(lambda);
    delete process.env.SECRET_OF_THE_HOST;
    expect(environment).not.toHaveProperty("SECRET_OF_THE_HOST");
    expect(environment).not.toHaveProperty("HOME");
    expect(environment).toMatchObject({
      TABLE: "calls",
      AWS_REGION: "us-west-2",
      AWS_DEFAULT_REGION: "us-west-2",
      AWS_LAMBDA_FUNCTION_NAME: "answering-machine",
      LAMBDA_TASK_ROOT: folder,
      _HANDLER: "index.handler",
    });
  });

  test("a context with the request's facts and the time that is left", async () => {
    const lambda = await lambdaOf(
      "export const handler = async (event, context) => ({ ...context, left: context.getRemainingTimeInMillis() });",
      { timeoutMs: 4000, newId: () => "request-1" },
    );
    const context = (await payloadOf(lambda)) as { left: number };
    expect(context).toMatchObject({
      awsRequestId: "request-1",
      functionName: "answering-machine",
      functionVersion: "$LATEST",
      invokedFunctionArn: "arn:aws:lambda:us-east-1:000000000000:function:answering-machine",
      memoryLimitInMB: "128",
      logGroupName: "/aws/lambda/answering-machine",
    });
    expect(context.left).toBeGreaterThan(0);
    expect(context.left).toBeLessThanOrEqual(4000);
  });
});

test("what a Lambda writes is handed on line by line, with the invocation it belongs to", async () => {
  const lambda = await lambdaOf(
    `console.log("loading"); export const handler = async () => { console.log("one\\ntwo"); process.stderr.write("no end"); };`,
    { newId: () => "request-1" },
  );
  await lambda.invoke({});
  await lambda.close();
  const facts = { functionName: "answering-machine", requestId: "request-1" };
  expect(lines.map(({ line }) => line).sort()).toEqual(["loading", "no end", "one", "two"]);
  expect(lines).toContainEqual({ ...facts, stream: "stdout", line: "two" });
  expect(lines).toContainEqual({ ...facts, stream: "stderr", line: "no end" });
});
