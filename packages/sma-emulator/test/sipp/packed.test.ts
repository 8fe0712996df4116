// What a stranger gets: the tarball, installed by npm into an empty folder, with a Lambda of their own in TypeScript.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { freePort } from "@skill-call/test-peers";
import { runSipp } from "./support/run-sipp.ts";
import { sippTest } from "./support/sipp-test.ts";

const run = promisify(execFile);
const number = "+16073331111";
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sma-emulator-"));
  await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(__dirname, "../..") });
  const [tarball = ""] = await readdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`];
  await run("npm", install, { cwd: folder });
}, 120_000);
afterAll(() => rm(folder, { recursive: true }));

async function configured(port: number): Promise<void> {
  const lambda = `
    interface Event { CallDetails: { Participants: { CallId: string }[] } }
    exports.handler = (event: Event, _context: unknown, callback: (error: null, answer: object) => void) =>
      callback(null, { SchemaVersion: "1.0", Actions: [
        { Type: "Speak", Parameters: { Text: "Goodbye." } },
        { Type: "Hangup", Parameters: { CallId: event.CallDetails.Participants[0]?.CallId } },
      ] });`;
  await writeFile(join(folder, "index.ts"), lambda);
  const document = {
    listen: { udp: port, tcp: 0 },
    phoneNumbers: [number],
    sipRules: [{ toPhoneNumber: number, sipMediaApplications: ["sma"] }],
    sipMediaApplications: [{ id: "sma", lambda: { file: ".", handler: "index.handler" } }],
  };
  await writeFile(join(folder, "emulator.json"), JSON.stringify(document));
}

async function firstLineOf({ stdout }: ChildProcess): Promise<void> {
  if (!stdout) throw new Error("The emulator has no output.");
  await once(createInterface({ input: stdout }), "line");
}

test("the command helps", async () => {
  const { stdout } = await run("npx", ["sma-emulator", "--help"], { cwd: folder });
  expect(stdout).toContain("--config <file>");
}, 60_000);

test("without a configuration it says what is missing, and fails", async () => {
  const failed = run("npx", ["sma-emulator", "--config", "no.json"], { cwd: folder });
  await expect(failed).rejects.toThrow("no.json has 1 mistake");
}, 60_000);

sippTest("a call is taken, with a callback Lambda in TypeScript", async () => {
  const port = await freePort();
  await configured(port);
  const bin = join(folder, "node_modules/.bin/sma-emulator");
  const emulator = spawn(bin, ["--config", "emulator.json"], { cwd: folder, stdio: "pipe" });
  await firstLineOf(emulator);
  const calls = { port, number };
  const scenario = "caller-is-hung-up-on";
  expect(await runSipp({ scenario, port: await freePort(), calls })).toBe("");
  emulator.kill("SIGINT");
  expect(await once(emulator, "exit")).toEqual([0, null]);
});
