// How `pnpm mutate` asks the tests about a mistake: who comes to it, without loading anew, and nobody after the first that notices.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";

const folder = mkdtempSync(join(tmpdir(), "mutation-runner-"));
/** What the files below tell: that they are loaded, and each test as it runs. */
const told = [];
globalThis.told = told;

/** With three mistakes, as StrykerJS writes them: one while it loads, one in what tests ask for, one in both. */
const source = `
const stryker = (globalThis as any).__stryker__;
function is(id: string) {
  const coverage = (stryker.mutantCoverage ??= { static: {}, perTest: {} });
  const test = stryker.currentTestId;
  const counts = test === undefined ? coverage.static : (coverage.perTest[test] ??= {});
  counts[id] = 1;
  return stryker.activeMutant === id;
}
export const one = is("static") ? 2 : 1;
export const add = (a: number, b: number) => (is("both") ? a - b : a + b);
export const three = add(1, 2);
export const twice = (a: number) => (is("runtime") ? a : a * 2);
`;
const tests = `
import { expect, test } from "@jest/globals";
import { add, one, twice } from "./sum.ts";
(globalThis as any).told.push("load");
const tell = (name: string) => (globalThis as any).told.push(name);
test("one", () => { tell("one"); expect(one).toBe(1); });
test("add", () => { tell("add"); expect(add(2, 2)).toBe(4); });
test("twice", () => { tell("twice"); expect(twice(2)).toBe(4); });
test("late", () => { tell("late"); expect(twice(3)).toBe(6); });
`;
let quickestFirst;
let runner;

before(async () => {
  mkdirSync(join(folder, "src"));
  const files = { "sum.ts": source, "sum.test.ts": tests };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, "src", name), text);
  process.chdir(folder);
  process.env.MUTATION_RUN = JSON.stringify({ group: "form", files: ["src/sum.ts"] });
  const loaded = await import("./mutation-runner.mjs");
  quickestFirst = loaded.quickestFirst;
  const [{ injectableClass: Runner }] = loaded.strykerPlugins;
  runner = new Runner();
  await runner.init();
});

beforeEach(() => {
  told.length = 0;
});

after(() => rmSync(folder, { recursive: true, force: true }));

const mutant = (id, more) => ({
  activeMutant: { id },
  sandboxFileName: join(process.cwd(), "src/sum.ts"),
  mutationActivation: "runtime",
  ...more,
});
const whileLoading = { mutantActivation: "static", reloadEnvironment: true };

test("without a mistake every test runs, and it is known who comes to what", async () => {
  const run = await runner.dryRun();
  assert.equal(run.status, "complete");
  assert.deepEqual(told, ["load", "one", "add", "twice", "late"]);
  assert.deepEqual(
    run.tests.map((each) => each.status),
    [0, 0, 0, 0],
  );
  assert.deepEqual(Object.keys(run.mutantCoverage.static), ["static", "both"]);
});

test("nobody is asked after the first test that notices", async () => {
  const { status, killedBy } = await runner.mutantRun(mutant("runtime"));
  assert.deepEqual([status, killedBy], ["killed", ["src/sum.test.ts > twice"]]);
  assert.deepEqual(told, ["one", "add", "twice"]);
});

test("only those are asked that come to the mistake", async () => {
  const testFilter = ["src/sum.test.ts > late"];
  await runner.mutantRun(mutant("runtime", { testFilter }));
  assert.deepEqual(told, ["late"]);
});

test("where a test notices while it runs nothing is loaded anew", async () => {
  const { status } = await runner.mutantRun(mutant("both", whileLoading));
  assert.equal(status, "killed");
  assert.deepEqual(told, ["add"]);
});

test("a mistake that is there while modules load is noticed by those who load it", async () => {
  const { status } = await runner.mutantRun(mutant("static", whileLoading));
  assert.equal(status, "killed");
  assert.deepEqual(told, ["load", "one"]);
});

test("after it all is loaded without a mistake, once", async () => {
  for (const _ of [1, 2]) assert.equal((await runner.mutantRun(mutant("none"))).status, "survived");
  const all = ["one", "add", "twice", "late"];
  assert.deepEqual(told, ["load", ...all, ...all]);
});

test("the files whose tests take long are asked last", () => {
  const times = { a: [3, 4], b: [1], c: [6], d: [] };
  const taken = Object.entries(times).flatMap(([fileName, of]) =>
    of.map((timeSpentMs) => ({ fileName, timeSpentMs })),
  );
  assert.deepEqual(quickestFirst(["a", "b", "c", "d"], taken), ["d", "b", "c", "a"]);
});
