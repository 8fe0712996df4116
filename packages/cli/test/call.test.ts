import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runCli, runCliWithLessPatience } from "./run-cli.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "call-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function callJson(...args: readonly string[]) {
  const { exitCode, stdout, stderr } = await runCli(["call", "--json", ...args]);
  expect(stderr).toBe("");
  return { exitCode, report: JSON.parse(stdout) };
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test("a call is placed and told as a story", async () => {
  const { exitCode, stdout } = await runCli(["call", "--reason", "sales", "--name", "Zoë"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/│ Caller +Zoë/);
  expect(stdout).toContain("✔ Connected to +12065550113");
});

test("fields of another form are stored, and route", async () => {
  const clinic = join(__dirname, "../../../examples/clinic");
  const fields = ["Date of birth=1980-05-03", "practice=north", "urgency=this week"];
  const { exitCode, report } = await callJson(
    ...["--form", clinic, "--reason", "results"],
    ...fields.flatMap((field) => ["--field", field]),
  );
  expect(exitCode).toBe(0);
  const put = report.events.find(({ label }: { label: string }) => label === "PutItem");
  expect(put.detail.input.Item).toMatchObject({
    birthday: { S: "1980-05-03" },
    practice: { S: "north" },
    reason: { M: { id: { S: "results" } } },
  });
  expect(report.destination).toEqual({ type: "pstn", to: "+12045550113" });
});

test.each([
  [
    ["--reason", "nonsense"],
    "The reasons are billing, technical-support, order-status, sales, other.",
  ],
  [["--field", "plan=gold"], "It has callerName (Caller), accountId (Account ID)."],
])("%j is refused with the list, and nothing is called", async (args, list) => {
  const { exitCode, stdout, stderr } = await runCli(["call", ...args]);
  expect([exitCode, stdout]).toEqual([1, ""]);
  expect(stderr).toContain(list);
});

test("a callback carries its context to the same agent", async () => {
  const { exitCode, report } = await callJson("--callback");
  expect(exitCode).toBe(0);
  expect(report).toMatchObject({
    outcome: "connected",
    destination: { type: "voice-connector", to: "billing" },
    agentSees: { callerName: "Ana", callStarter: "callback" },
    legsLeftUp: 0,
  });
});

test("headers reach the SMA handler as they were given", async () => {
  const { report } = await callJson("--no-context", "--header", "X-Foo: bar: baz");
  const [event] = report.events.filter(({ kind }: { kind: string }) => kind === "sma.event");
  expect(event.detail.CallDetails.Participants[0].SipHeaders).toMatchObject({
    "X-Foo": "bar: baz",
  });
});

test("a context kept on disk can be carried by a later call, once", async () => {
  const dataDir = join(folder, "data");
  const busy = await callJson("--data-dir", dataDir, "--fault", "skill-not-allowed");
  expect(busy.report.outcome).toBe("refused");
  const known = ["--data-dir", dataDir, "--context-id", busy.report.contextId];
  expect((await callJson(...known)).report.agentSees).toMatchObject({ callerName: "Ana" });
  expect((await callJson(...known)).report.agentSees).toMatchObject({ known: false });
});

describe("a Lambda and routes of one's own", () => {
  test("are used", async () => {
    const hangup = [
      { Type: "Hangup", Parameters: { SipResponseCode: "486", ParticipantTag: "LEG-A" } },
    ];
    const answer = JSON.stringify({ SchemaVersion: "1.0", Actions: hangup });
    const lambda = await file("own.mjs", `export const handler = async () => (${answer});`);
    const own = await callJson("--lambda", lambda);
    expect(own.report).toMatchObject({ outcome: "refused", refused: { sipCode: 486 } });

    const number = { type: "pstn", number: "+13055550114" };
    const routes = await file("routes.json", JSON.stringify({ rules: [], otherwise: [number] }));
    const routed = await callJson("--routes", routes);
    expect(routed.report.destination).toEqual({ type: "pstn", to: "+13055550114" });
  });

  test("a Lambda that leaves the caller waiting is told apart, and nothing is left up", async () => {
    const speak = `[{ Type: "Speak", Parameters: { Text: "Please hold.", CallId: event.CallDetails.Participants[0].CallId } }]`;
    const lambda = await file(
      "idle.mjs",
      `export const handler = async (event) => ({
        SchemaVersion: "1.0",
        Actions: event.InvocationEventType === "NEW_INBOUND_CALL" ? ${speak} : [],
      });`,
    );
    // It takes the caller's patience, twice.
    const { stdout } = await runCliWithLessPatience(["call", "--json", "--lambda", lambda]);
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: "announced",
      heard: ["Please hold."],
      legsLeftUp: 0,
    });
  });

  test.each([
    ["routes with mistakes", "routes.json", '{"rules":[],"otherwise":[]}', "ROUTES at otherwise"],
    ["a Lambda that throws as it loads", "boom.mjs", 'throw new Error("boom")', "Error: boom"],
    ["a Lambda without a handler", "none.mjs", "export const other = 1", "Runtime.HandlerNotFound"],
    ["a Lambda that ends at once", "exit.mjs", "process.exit(3)", "exit status 3"],
    ["a Lambda that is no JavaScript", "typo.mjs", "export const handler = (", "SyntaxError"],
  ])("%s: nothing is called, and the Lambda's own words say why", async (_, name, content, why) => {
    const path = await file(name, content);
    const option = name.endsWith(".json") ? "--routes" : "--lambda";
    const { exitCode, stdout, stderr } = await runCli(["call", option, path]);
    expect([exitCode, stdout]).toEqual([1, ""]);
    expect(stderr).toContain("cannot start, so nothing was called.");
    expect(stderr).toContain(why);
    expect(stderr).not.toContain("mistake of ours");
  });

  test("a Lambda that gives no answer is not green", async () => {
    const lambda = await file(
      "throws.mjs",
      `export const handler = async () => { throw new Error("no"); };`,
    );
    const { exitCode, stdout } = await runCli(["call", "--lambda", lambda]);
    expect(exitCode).toBe(1);
    expect(stdout).toContain("✘ Refused with 480");
    expect(stdout).toContain("the SMA Lambda gave no answer: Error: no");
    expect((await runCli(["call", "--fault", "lambda-dead"])).exitCode).toBe(0);
  });

  test("that cannot be used are an error with the file's name", async () => {
    const noJson = await file("no.json", "{");
    const missing = join(folder, "nothing.mjs");
    for (const [args, advice] of [
      [["--lambda", missing], `There is no file ${missing}.`],
      [["--routes", noJson], `The file ${noJson} is not JSON`],
      [["--routes", missing], `The file ${missing} cannot be read`],
    ] as const) {
      const { exitCode, stdout, stderr } = await runCli(["call", ...args]);
      expect([exitCode, stdout]).toEqual([1, ""]);
      expect(stderr).toContain(advice);
      expect(stderr).not.toContain("    at ");
    }
  });
});

test("--fault list has a sentence for each", async () => {
  const { exitCode, stdout } = await runCli(["call", "--fault", "list"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^meetings-hung +The meetings API never answers\.$/m);
});
