import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { CallReport } from "../src/calls/call-report.ts";
import { runCase } from "../src/calls/run-case.ts";
import { connectCase, locales } from "../src/calls/sample-cases.ts";
import { createLaptop } from "../src/create-laptop.ts";
import { connectFaults } from "../src/faults/connect.ts";
import type { Laptop } from "../src/laptop.ts";

let laptop: Laptop;
beforeAll(async () => {
  laptop = await createLaptop({ callStarter: "connect", timesSlower: 10 });
});
afterAll(() => laptop?.close());

async function caseUnder(fault?: string) {
  connectFaults.find(({ name }) => name === fault)?.arm?.(laptop);
  const { sayings, call } = await runCase(laptop, connectCase, "en-US");
  laptop.faults.connectApi.clear();
  laptop.faults.connectHandler.clear();
  return { said: sayings.at(-1)?.text ?? "", call };
}

test.each(locales)(
  "%s: the caller's phone rings, a key is pressed, an agent sees who calls",
  async (locale) => {
    const { call } = await runCase(laptop, connectCase, locale);
    expect(call).toMatchObject({
      outcome: "connected",
      destination: { type: "queue", to: "billing" },
      agentSees: { known: true, reason: { id: "billing" }, callStarter: "connect", locale },
      legsLeftUp: 0,
    });
    expect(call?.heard[0]).toContain("Example Support");
    const { skill, smaHandler } = (call as CallReport).tableRequests;
    expect(skill + smaHandler).toBeLessThanOrEqual(4);
  },
);

test("the screen is there before the first word, and the agent hears who calls", async () => {
  const { call } = await caseUnder();
  const kinds = (call?.events ?? []).map(({ kind }) => kind);
  expect(kinds.indexOf("agent.screen")).toBeGreaterThan(kinds.indexOf("connect.accepted"));
  expect(kinds.indexOf("agent.screen")).toBeLessThan(kinds.indexOf("call.answered"));
  expect(kinds).toContain("connect.whisper");
});

test.each([
  ["connect-throttled", "Many people are asking for a call right now."],
  ["connect-all-lines-busy", "All our lines are in use."],
  ["connect-country-not-allowed", "We can't call the country that your phone number is from."],
  ["connect-hangs", "I haven't heard back from our phone system."],
])("under %s there is no call, and the caller hears why", async (fault, sentence) => {
  const { said, call } = await caseUnder(fault);
  expect(call).toBeUndefined();
  expect(said).toContain(sentence);
});

test("a start whose answer is lost is asked for again, and rings once", async () => {
  const { said, call } = await caseUnder("connect-answer-lost");
  expect(said).toContain("I'll ring your phone now.");
  expect(call?.outcome).toBe("connected");
  expect(call?.events.filter(({ kind }) => kind === "call.placed")).toHaveLength(1);
});

test.each(["connect-handler-dead", "connect-handler-nested-answer"])(
  "under %s the caller still reaches an agent, through the fallback queue",
  async (fault) => {
    const { call } = await caseUnder(fault);
    expect(call).toMatchObject({ outcome: "connected", legsLeftUp: 0 });
  },
);
