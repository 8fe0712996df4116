import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "@jest/globals";
import { BuiltLambda, timesSlower } from "./built-lambda.ts";

const folder = mkdtempSync(join(tmpdir(), "built-lambda-"));
const lambdas: BuiltLambda[] = [];

afterEach(() => Promise.all(lambdas.splice(0).map((lambda) => lambda.stop())));
afterAll(() => rmSync(folder, { recursive: true }));

async function started(source: string, environment: Readonly<Record<string, string>> = {}) {
  const file = join(folder, `${expect.getState().currentTestName}.mjs`.replaceAll(/[\s/]/g, "-"));
  writeFileSync(file, source);
  const lambda = await BuiltLambda.start(file, environment);
  lambdas.push(lambda);
  return lambda;
}

test("a handler has the event, the time that is left and the environment", async () => {
  const lambda = await started(
    "export const handler = async (event, context) => [event, context.getRemainingTimeInMillis(), process.env.TABLE];",
    { TABLE: "calls" },
  );
  expect(await lambda.invoke({ a: 1 }, 2_000)).toEqual([{ a: 1 }, 2_000, "calls"]);
});

test("its time passes more slowly", async () => {
  const lambda = await started(`
    const waited = (begin) => new Promise((resolve) => begin(resolve));
    export const handler = async () => {
      const [began, from] = [process.hrtime.bigint(), performance.now()];
      await waited((over) => setTimeout(over, 10));
      await waited((over) => AbortSignal.timeout(10).addEventListener("abort", over));
      const ownMs = performance.now() - from;
      return { ownMs, realMs: Number(process.hrtime.bigint() - began) / 1e6 };
    };`);
  const { ownMs, realMs } = (await lambda.invoke({})) as { ownMs: number; realMs: number };
  expect(realMs).toBeGreaterThan(20 * timesSlower - 2);
  expect(ownMs).toBeLessThanOrEqual(realMs / timesSlower);
});

test("answers find their own invocations, in whatever order they come", async () => {
  const lambda = await started(`
    const waiting = [];
    export const handler = (event) => new Promise((resolve) => {
      waiting.unshift(() => resolve(event));
      if (waiting.length === 2) for (const answer of waiting) answer();
    });`);
  expect(await Promise.all([lambda.invoke("one"), lambda.invoke("two")])).toEqual(["one", "two"]);
});

test("what a handler throws is thrown", async () => {
  const lambda = await started(
    'export const handler = async () => { throw new RangeError("too much"); };',
  );
  await expect(lambda.invoke({})).rejects.toMatchObject({
    name: "RangeError",
    message: "too much",
  });
});

test("a process that ends leaves no invocation waiting, and is stopped twice", async () => {
  const lambda = await started(
    'export const handler = () => { process.stderr.write("gone"); process.exit(1); };',
  );
  await expect(lambda.invoke({})).rejects.toThrow("gone");
  await lambda.stop();
  await lambda.stop();
});

test("a process that was killed does not keep a test waiting", async () => {
  const lambda = await started(
    "export const handler = () => { process.kill(process.pid, 'SIGKILL'); };",
  );
  await expect(lambda.invoke({})).rejects.toThrow("The Lambda has ended");
  await lambda.stop();
});

test("one that cannot start says why", async () => {
  await expect(started('throw new Error("no table");')).rejects.toThrow("no table");
  await expect(BuiltLambda.start(join(folder, "nowhere.mjs"), {})).rejects.toThrow("Build the");
});

test("what it counts is told apart from what it logs", async () => {
  const lambda = await started(`export const handler = async () => {
    console.log('{"_aws":{},"calls":1}'); console.log("{}"); console.error("careful");
  };`);
  await lambda.invoke({});
  expect(lambda.metrics).toEqual([{ _aws: {}, calls: 1 }]);
  expect(lambda.log).toContain("careful");
});
