// What a stranger gets: the tarball, installed in an empty folder, with an example of their own beside it.
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "contact-flows-"));
const root = join(__dirname, "..");

beforeAll(async () => {
  await run("pnpm", ["pack", "--pack-destination", folder], { cwd: root });
  const [tarball = ""] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  await run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`], {
    cwd: folder,
  });
  cpSync(join(root, "examples/callback"), folder, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

async function emulator(...args: readonly string[]) {
  const { stdout, stderr } = await run("npx", ["contact-flow-emulator", ...args], { cwd: folder });
  return stdout + stderr;
}

test("a call is carried out: phone, Lambda, key, queue, agent", async () => {
  const call = ["--config", "connect.json", "--flow", "callback", "--to", "+12045550111"];
  const printed = await emulator("call", ...call, "--attribute", "name=Maria");
  for (const line of [
    '  customer hears "Hello Maria. Press 1 to be connected."',
    "  customer presses 1",
    "  waits in Billing",
    "  agent Sam: connected",
    "ended: AGENT_DISCONNECT",
  ]) {
    expect(printed).toContain(`${line}\n`);
  }
});

test("a test case of AWS's Testing language passes", async () => {
  const printed = await emulator(
    "test",
    "--config",
    "connect.json",
    "--flow",
    "callback",
    "press-one.json",
  );
  expect(printed).toContain("PASSED press-one.json\n  start → greeting → queued");
});

test("a flow is checked, and one that Connect would refuse fails the command", async () => {
  expect(await emulator("check", "callback.json")).toContain("callback.json: nothing found");
  writeFileSync(
    join(folder, "bad.json"),
    '{"Version":"2019-10-30","StartAction":"a","Actions":[]}',
  );
  await expect(emulator("check", "bad.json")).rejects.toMatchObject({
    code: 1,
    stdout: expect.stringContaining("error: StartAction names no action of the flow"),
  });
});

test("a configuration with mistakes names each with its place", async () => {
  writeFileSync(
    join(folder, "wrong.json"),
    '{"instanceArn":"arn","flows":[],"phones":{"+1":"asleep"}}',
  );
  await expect(
    emulator("call", "--config", "wrong.json", "--flow", "a", "--to", "+12045550111"),
  ).rejects.toMatchObject({ stderr: expect.stringContaining("wrong.json has 3 mistakes:") });
});
