import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { runConsoleCommand } from "@skill-call/call-console/testing";
import { freePort } from "@skill-call/test-peers";
import { until } from "@skill-call/test-peers/until";
import { bin, runCli } from "../run-cli.ts";

let folder: string;
let config: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-console-"));
  config = join(folder, "emulator.json");
  const file = resolve(__dirname, "../sipp/support/scripted-lambda.mjs");
  const document = {
    listen: { udp: 0, tcp: 0 },
    phoneNumbers: ["+16073331111"],
    sipRules: [{ toPhoneNumber: "+16073331111", sipMediaApplications: ["sma"] }],
    sipMediaApplications: [{ id: "sma", lambda: { file, environment: { ANSWERS: "{}" } } }],
    // Nobody listens there.
    carriers: { default: `sip:127.0.0.1:${await freePort()}` },
  };
  await writeFile(config, JSON.stringify(document));
});
afterAll(() => rm(folder, { recursive: true }));

test("the console is where it is asked for, and the banner says so; Ctrl-C ends it all", async () => {
  const port = await freePort();
  const running = await runConsoleCommand(
    bin,
    ...["--config", config, "--console-port", `${port}`],
  );
  expect(running.url).toBe(`http://127.0.0.1:${port}`);
  const setup = await (await fetch(`${running.url}/api/setup`)).json();
  expect(setup).toMatchObject({ mode: "emulator", applications: ["sma"], mostCalls: 200 });
  const taken = await runCli(["--config", config, "--console-port", `${port}`]);
  expect(taken.exitCode).toBe(1);
  expect(taken.stderr).toContain("Is the port taken?");
  expect(await running.interrupt()).toBe(0);
});

test("Ctrl-C ends it all, also while a phone is called that never says a word", async () => {
  const { url, lines, interrupt } = await runConsoleCommand(
    bin,
    ...["--config", config, "--console"],
  );
  const order = { application: "sma", from: "+16073331111", to: "+12065550100" };
  const placed = await fetch(`${url}/api/outbound-call`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify(order),
  });
  expect(placed.status).toBe(200);
  await until(() => lines.some((line) => line.endsWith("INVITE")));
  expect(await interrupt()).toBe(0);
});
