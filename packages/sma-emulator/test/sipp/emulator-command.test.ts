import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { freePort, portTaken } from "@skill-call/test-peers";
import { until } from "@skill-call/test-peers/until";
import type { SmaTraceEvent } from "../../src/sma-trace.ts";
import { runCli } from "../run-cli.ts";
import { speak } from "./support/actions.ts";
import { smaNumber } from "./support/emulator-under-test.ts";
import { runSipp } from "./support/run-sipp.ts";
import { sippTest } from "./support/sipp-test.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-command-"));
});
afterAll(() => rm(folder, { recursive: true }));

async function configFile(document: object): Promise<string> {
  const file = join(folder, "emulator.json");
  await writeFile(file, JSON.stringify(document));
  return file;
}

sippTest(
  "Ctrl-C hangs up a live call with BYE; every step is one JSON line, on request the SIP messages too",
  async () => {
    const port = await freePort();
    const ANSWERS = JSON.stringify({
      NEW_INBOUND_CALL: [speak("All lines are busy. ".repeat(40))],
    });
    const config = await configFile({
      listen: { udp: port, tcp: 0 },
      phoneNumbers: [smaNumber],
      sipRules: [{ toPhoneNumber: smaNumber, sipMediaApplications: ["sma"] }],
      sipMediaApplications: [
        {
          id: "sma",
          lambda: {
            file: resolve(__dirname, "support/scripted-lambda.mjs"),
            environment: { ANSWERS },
            timeoutSeconds: 60,
          },
        },
      ],
    });
    const running = runCli(["--config", config, "--json", "--sip-messages"], {
      signalAfter: '"kind":"call.answered"',
    });
    await until(() => portTaken(port, "UDP"));
    const caller = await runSipp({
      scenario: "caller-is-hung-up-on",
      port: await freePort(),
      calls: { port, number: smaNumber },
    });
    const { exitCode, stdout } = await running;
    const steps = stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as SmaTraceEvent);
    const isMessage = ({ kind }: SmaTraceEvent) => kind.startsWith("sip.");
    const kinds = steps.filter((step) => !isMessage(step)).map(({ kind }) => kind);
    const messages = steps.filter(isMessage).map(({ label }) => label.replace(/ sip:.*/, ""));
    expect({ caller, exitCode }).toEqual({ caller: "", exitCode: 0 });
    expect(kinds[0]).toBe("emulator.ready");
    expect(kinds.slice(-2)).toEqual(["leg.released", "call.over"]);
    expect(messages[0]).toBe("INVITE");
    expect(messages.slice(-2)).toEqual(["BYE", "200 OK (BYE)"]);
  },
);

test("every mistake of emulator.json is told, and the emulator does not start", async () => {
  const config = await configFile({
    phoneNumbers: ["911"],
    sipRules: [],
    sipMediaApplications: [],
  });
  const { exitCode, stdout, stderr } = await runCli(["--config", config]);
  expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: "" });
  expect(stderr.split("\n")).toEqual([
    `error: ${config} has 2 mistakes:`,
    "- phoneNumbers[0]: must be an E.164 number, such as +16073331111",
    "- sipMediaApplications: must have at least one application",
    "",
  ]);
});

test("--help shows an emulator.json", async () => {
  const { exitCode, stdout } = await runCli(["--help"]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('"sipMediaApplications": [{ "id": "my-sma"');
});
