import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { mistakesOfLambda } from "./mistakes-of-lambda.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function started(source: string, environment: Readonly<Record<string, string>> = {}) {
  const file = join(await mkdtemp(join(folder, "lambda-")), "index.mjs");
  await writeFile(file, `${source}\nexport const handler = async () => {};\n`);
  return { part: "skill", file, environment } as const;
}

test("a Lambda that starts has nothing to say", async () => {
  expect(await mistakesOfLambda(await started(""))).toEqual([]);
});

test("a Lambda that lists its mistakes is quoted, line by line", async () => {
  const message =
    "2 mistakes:\\n- ROUTES at rules[0].to: is empty; example: []\\n- TABLE: is missing";
  expect(await mistakesOfLambda(await started(`throw new Error("${message}");`))).toEqual([
    { part: "skill", place: "ROUTES at rules[0].to", problem: "is empty; example: []" },
    { part: "skill", place: "TABLE", problem: "is missing" },
  ]);
});

test("a Lambda that fails otherwise is quoted as a whole", async () => {
  expect(await mistakesOfLambda(await started('throw new TypeError("oops");'))).toEqual([
    { part: "skill", place: "TypeError", problem: "oops" },
  ]);
});

test("a Lambda sees its own variables", async () => {
  const lambda = await started('if (process.env.TABLE !== "t") throw new Error("oops");', {
    TABLE: "t",
  });
  expect(await mistakesOfLambda(lambda)).toEqual([]);
});

test("a Lambda that never starts is given up after a minute", async () => {
  const waits: number[] = [];
  const clock = {
    now: () => 0,
    after: (ms: number, task: () => void) => {
      waits.push(ms);
      task();
      return () => {};
    },
  };
  const lambda = { ...(await started("await new Promise(() => {});")), clock };
  expect(await mistakesOfLambda(lambda)).toMatchObject([{ place: "Sandbox.Timedout" }]);
  expect(waits).toEqual([60_000]);
});
