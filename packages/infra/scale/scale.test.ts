import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { withTables } from "@skill-call/terminal";
import { callProfile } from "./call-profile.ts";
import { costOfACall, perCall, total, tracesASecond } from "./cost-of-a-call.ts";
import { callsAtOnce, firstLimit, lastsUntil, loadAt } from "./load.ts";
import { billedMs, measuredCpuMs } from "./measured-times.ts";
import { tables } from "./tables.ts";

const page = readFileSync(new URL("../../../docs/scale.md", import.meta.url), "utf8");

test("the page's tables are those that the arithmetic gives; `pnpm --filter @skill-call/infra scale --write`", () => {
  expect(withTables(page, tables)).toBe(page);
});

test("every table is on the page", () => {
  for (const name of Object.keys(tables)) expect(page).toContain(`<!-- table: ${name} -->`);
});

test("a page with other numbers is not taken for the right one", () => {
  expect(withTables(page.replace("| 10,000 |", "| 10,001 |"), tables)).toBe(page);
});

test("a mark without a table is an error", () => {
  expect(() => withTables("<!-- table: weather -->\n<!-- /table -->", tables)).toThrow("weather");
});

/** As the code counts it, with times that are easy to reckon with. */
const profile = {
  skill: { ...callProfile.skill, milliseconds: 150 },
  smaHandler: { ...callProfile.smaHandler, milliseconds: 50 },
  contextApi: { ...callProfile.contextApi, milliseconds: 50 },
};

test("one call writes four times and reads once", () => {
  expect(perCall((lambda) => lambda.writes)).toBe(4);
  expect(perCall((lambda) => lambda.reads)).toBe(1);
});

test("what one call costs, worked out by hand", () => {
  const dollars = Object.fromEntries(costOfACall(profile).map((line) => [line.what, line.dollars]));
  // 5 × 150 ms + 4 × 50 ms + 1 × 50 ms = 1 s at half a gigabyte.
  expect(dollars["Lambda time"]).toBeCloseTo(0.0000066667, 10);
  expect(dollars["Lambda requests"]).toBeCloseTo(0.000002, 10);
  expect(dollars["DynamoDB writes"]).toBeCloseTo(0.0000025, 10);
  expect(dollars["DynamoDB reads"]).toBeCloseTo(0.000000125, 10);
  expect(dollars["HTTP API requests"]).toBeCloseTo(0.000001, 10);
  // 10 × 350 bytes, 18 × 270 bytes, 6 × 220 bytes, at half a dollar a gigabyte.
  expect(dollars["Lambda's own log lines"]).toBeCloseTo(0.00000175, 10);
  expect(dollars["Our log lines"]).toBeCloseTo(0.00000243, 10);
  expect(dollars["Metrics, as log lines"]).toBeCloseTo(0.00000066, 10);
  expect(total(costOfACall(profile))).toBeCloseTo(0.0000171317, 10);
});

test("a function of half a gigabyte has 0.289 of a processor, and waits as long as any other", () => {
  expect(billedMs({ cpuMs: 10, waitMs: 8 }, 0.5)).toBeCloseTo(42.55, 2);
});

test("times are the benchmark's, by the names that it gives", () => {
  expect(measuredCpuMs("SMA handler, INVITE")).toBeGreaterThan(0);
  expect(() => measuredCpuMs("SMA handler, OUTVITE")).toThrow("OUTVITE");
});

test("what X-Ray traces of a second's invocations, worked out by hand", () => {
  // Of 5, 4 and 1 invocations one each, and a twentieth of 4 and of 3.
  expect(tracesASecond(1)).toBeCloseTo(3.35, 10);
  // Of 500, 400 and 100 invocations.
  expect(tracesASecond(100)).toBeCloseTo(3 + 997 / 20, 10);
  // Less than one a second: all of them.
  expect(tracesASecond(0.1)).toBeCloseTo(1, 10);
});

test("what a hundred calls a second ask for, worked out by hand", () => {
  expect(loadAt(100, profile)).toEqual({
    lambdaConcurrency: 100,
    lambdaRequests: 1000,
    dynamoDbNewTable: 400,
    dynamoDbTable: 400,
    contextApiThrottle: 100,
  });
  expect(callsAtOnce(100)).toBe(30_000);
});

test("the first limit is the quota that is used most, and none where all suffice", () => {
  expect(firstLimit(1)).toBeUndefined();
  expect(firstLimit(49)).toBeUndefined();
  expect(firstLimit(100)).toBe("contextApiThrottle");
  expect(lastsUntil("lambdaRequests")).toBe(1000);
  expect(lastsUntil("dynamoDbTable")).toBe(10_000);
});
