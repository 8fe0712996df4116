import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { corpusInMemory } from "../src/run/corpus.ts";
import { CoveredCode } from "../src/run/covered-code.ts";
import { fuzz } from "../src/run/fuzz.ts";
import { problemWith } from "../src/run/problem.ts";
import { ensure, type Target } from "../src/targets/target.ts";
import { targetNames, targets } from "../src/targets/targets.ts";

const form = "../../call-form.json";

let covered: CoveredCode;
beforeAll(() => {
  covered = new CoveredCode((url) =>
    /\/packages\/(?!fuzz\/src\/run)[\w-]+\/(src|test)\//.test(url),
  );
});
afterAll(() => covered.close());

// A fresh seed each time: what it finds stands in the name of the test. The code that runs is not counted here, among all that
// jest has loaded: a look at it takes as long as fifty inputs.
const seeds = [1, randomInt(1_000_000_000)];

test.each(targetNames.flatMap((name) => seeds.map((seed) => [name, seed] as const)))(
  "%s reads 300 inputs of seed %i as it must",
  async (name, seed) => {
    const target = targets[name](form);
    const corpus = corpusInMemory();
    expect(await fuzz({ target, seed, inputs: 300, corpus })).toEqual([]);
  },
);

test.each(targetNames)("what is usually sent to %s is read", async (name) => {
  const target = targets[name](form);
  for (const sample of target.samples) expect(await problemWith(target, sample)).toBeUndefined();
});

/** A reader with a fault deep in it: the third letter is looked at only where the two before are right. */
function readerOf(fault: () => void): Target {
  return {
    is: "a reader with a fault",
    form: "text",
    samples: ["say: hello"],
    words: ["say: ", "quit", ";", "%"],
    feed(input) {
      if (!input.startsWith("say: ")) return;
      const [, rest = ""] = input.split("say: ", 2);
      if (!rest.includes(";")) return;
      if (rest.split(";").some((part) => part.startsWith("quit"))) fault();
    },
  };
}

test.each<[string, () => void, RegExp]>([
  ["throws", () => JSON.parse("{"), /^SyntaxError: /],
  ["breaks a promise", () => ensure(false, "it goes on"), /^UnsoundError: it goes on/],
])("a reader that %s deep inside is found out", async (_, fault, problem) => {
  const target = readerOf(fault);
  const [finding, ...others] = await fuzz({
    ...{ target, seed: 1, inputs: 20000, corpus: corpusInMemory(), covered },
  });
  expect(others).toEqual([]);
  expect(finding?.problem).toMatch(problem);
  expect(await problemWith(target, finding?.input ?? "")).toBeDefined();
});

test("a reader that takes long is found out, whatever else the process does", async () => {
  const rests = () => ({ ...readerOf(() => {}), feed: () => {} });
  expect(await problemWith(rests(), "a")).toBeUndefined();
  const works = () => {
    const from = process.cpuUsage().user;
    while (process.cpuUsage().user - from < 80_000) JSON.parse("{}");
  };
  expect((await problemWith({ ...rests(), feed: works }, "a"))?.problem).toMatch(
    /^1 characters take \d+ ms of the processor$/,
  );
});

test("inputs that reach new code are kept, and changed further", async () => {
  const reached: string[] = [];
  const target: Target = {
    ...readerOf(() => {}),
    feed(input) {
      if (!input.includes("quit")) return;
      reached.push("one");
      if (!/quit.*;.*quit/s.test(input)) return;
      reached.push("two");
    },
  };
  const corpus = corpusInMemory();
  await fuzz({ target, seed: 1, inputs: 3000, corpus, covered });
  expect(new Set(reached)).toEqual(new Set(["one", "two"]));
  expect(corpus.inputs.filter((input) => input.includes("quit"))).toHaveLength(2);
});

test("the same seed is the same run", async () => {
  const runs: string[][] = [];
  for (const _ of [1, 2]) {
    const fed: string[] = [];
    const target = { ...targets["user-to-user"](), feed: (input: string) => void fed.push(input) };
    await fuzz({ target, seed: 7, inputs: 300, corpus: corpusInMemory(), covered });
    runs.push(fed);
  }
  expect(runs[0]?.slice(0, 300)).toEqual(runs[1]?.slice(0, 300));
});
