import { beforeAll, describe, expect, test } from "@jest/globals";
import type { CommandRun } from "@skill-call/terminal/testing";
import { runCli } from "./run-cli.ts";

interface DemoCase {
  readonly case: number;
  readonly outcome: string;
  readonly contextId: string;
  readonly destination: { readonly type: string; readonly to: string };
  readonly agentSees: Readonly<Record<string, unknown>>;
  readonly legsLeftUp: number;
  readonly events: readonly { readonly kind: string; readonly detail?: unknown }[];
  readonly dynamoDbRequests: { readonly skill: number; readonly smaHandler: number };
}

function casesOf({ stdout }: CommandRun): readonly DemoCase[] {
  return (JSON.parse(stdout) as { readonly cases: readonly DemoCase[] }).cases;
}

describe("demo --json", () => {
  let run: CommandRun;
  beforeAll(async () => {
    run = await runCli(["demo", "--json"]);
  });

  test("prints one JSON document and nothing else, and exits with 0", () => {
    expect([run.exitCode, run.stderr]).toEqual([0, ""]);
    expect(casesOf(run).map((each) => each.case)).toEqual([1, 2, 3, 4]);
  });

  test("every call is connected, and no leg is left up", () => {
    for (const each of casesOf(run)) {
      expect(each).toMatchObject({ outcome: "connected", legsLeftUp: 0 });
    }
  });

  test("each case ends where it should", () => {
    expect(casesOf(run).map(({ destination }) => destination)).toEqual([
      { type: "voice-connector", to: "billing" },
      { type: "pstn", to: "+12065550113" },
      { type: "meeting", to: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { type: "queue", to: "billing" },
    ]);
  });

  test("whoever answers sees who calls, and why", () => {
    expect(casesOf(run).map(({ agentSees }) => agentSees)).toMatchObject([
      {
        callerName: "Ana",
        reason: { id: "billing" },
        accountId: "AB1234",
        accountIdVerified: false,
        callerNumber: "+12065551111",
        locale: "en-US",
      },
      { callerName: "Ben", reason: { id: "order-status" }, branch: "Seattle" },
      { callerName: "Chloe", reason: { id: "technical-support" }, accountId: "771205" },
      { callerName: "Ana", reason: { id: "billing" }, callStarter: "connect" },
    ]);
  });

  test("each call has a context ID of its own, and what is seen was stored under it", () => {
    const cases = casesOf(run);
    expect(new Set(cases.map(({ contextId }) => contextId)).size).toBe(4);
    for (const { contextId, agentSees } of cases) {
      expect(contextId).toMatch(/^[0-9a-f]{32}$/);
      expect(agentSees.contextId).toBe(contextId);
    }
  });

  test("a call costs the two Lambdas four DynamoDB requests at most", () => {
    for (const { dynamoDbRequests } of casesOf(run)) {
      expect(dynamoDbRequests.skill + dynamoDbRequests.smaHandler).toBeLessThanOrEqual(4);
    }
  });

  test("the events are what happened, from the first word to the last leg", () => {
    for (const { case: number, events } of casesOf(run)) {
      const asked = number === 4 ? "connect.asked" : "sma.event";
      const kinds = events.map(({ kind }) => kind);
      expect(kinds[0]).toBe("caller.utterance");
      expect(kinds.at(-1)).toBe("call.over");
      expect(kinds).toEqual(
        expect.arrayContaining(["skill.request", "table.request", asked, "agent.screen"]),
      );
    }
  });
});

test("without --json it tells stories, in the caller's language and without colours in a file", async () => {
  const { exitCode, stdout, stderr } = await runCli(["demo", "--locale", "fr-CA"]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Bienvenue chez Example Support.");
  expect(stdout).toContain("✔ 4 of 4 calls connected · no leg left up");
  expect(stdout).not.toContain("\u001b[");
});

test("with a callback the same case ends at the same agent", async () => {
  const run = await runCli(["demo", "--case", "1", "--starter", "callback", "--json"]);
  expect(casesOf(run)).toMatchObject([
    {
      outcome: "connected",
      destination: { type: "voice-connector", to: "billing" },
      agentSees: { callerName: "Ana", reason: { id: "billing" }, callStarter: "callback" },
      legsLeftUp: 0,
    },
  ]);
});

test.each([
  [["demo", "--case", "5"], "The cases are 1, 2, 3 and 4."],
  [["demo", "--locale", "de-DE"], "Allowed choices are en-US, en-CA, es-US, fr-CA."],
  [["demo", "--jsn"], "Did you mean --json?"],
  [["dmo"], "Did you mean demo?"],
])("%j says on standard error what is right", async (args, advice) => {
  const { exitCode, stdout, stderr } = await runCli(args);
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(advice);
});

test.each([["demo"], ["talk"], ["call"]])("%s --help has examples", async (command) => {
  const { exitCode, stdout } = await runCli([command, "--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(new RegExp(`\\$ (npx -y )?pnpm(@12)? ${command}`));
});
