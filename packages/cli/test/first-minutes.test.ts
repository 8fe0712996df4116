import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "@jest/globals";
import { bin, runCli } from "./run-cli.ts";

const commands = ["demo", "talk", "call", "emulator", "doctor", "completion"];

/** As a shell runs it, behind a pipe. */
function shell(line: string) {
  const { stdout, stderr, status } = spawnSync("bash", ["-o", "pipefail", "-c", line], {
    env: { PATH: process.env.PATH, BIN: `${process.execPath} ${bin}` },
    encoding: "utf8",
    // Behind a socket bash would take itself for one of a remote shell, and read its files.
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { stdout, stderr, status };
}

test("one --help lists every command, as it is typed on this machine", async () => {
  const { stdout } = await runCli(["--help"]);
  for (const command of commands) expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, "m"));
  expect(stdout).toContain("Usage: npx -y pnpm@12 <command>");
});

test.each(["demo", "talk", "call", "emulator", "doctor"])(
  "the help of %s names no command that is not there",
  async (command) => {
    const { stdout } = await runCli([command, "--help"]);
    const script = command === "doctor" ? "run doctor" : command;
    expect(stdout).toContain(`Usage: npx -y pnpm@12 ${script} `);
    expect(stdout).toContain(`$ npx -y pnpm@12 ${script}`);
    expect(stdout).not.toMatch(/[$|] pnpm/);
  },
);

test.each([[], ...commands.slice(0, 5).map((command) => [command])])(
  "%j --version says which commit this is",
  async (...args) => {
    const { stdout, exitCode } = await runCli([...args, "--version"]);
    expect(stdout).toMatch(/^@skill-call\/cli 0\.1\.0( \([0-9a-f]{9,}(-dirty)?\))?, Node 2\d\./);
    expect(exitCode).toBe(0);
  },
);

test.each([
  "$BIN call --fault list | head -n 1",
  "$BIN --help | head -n 1",
  "$BIN demo --case 1 | head -n 2",
  "$BIN demo --case 1 --json | head -c 1",
  "$BIN talk <<< 'open example support' | head -n 1",
])("%s ends without a word", (line) => {
  const { stdout, stderr, status } = shell(line);
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  expect(stdout.length).toBeGreaterThan(0);
});

/** Texts of the built files that are there before anything was asked for. */
function loadedAtOnce(file: string, known = new Map<string, string>()): string {
  const text = readFileSync(file, "utf8");
  known.set(file, text);
  for (const [, chunk = ""] of text.matchAll(/(?:from|^import) "(\.\/[^"]+)"/gm)) {
    const path = join(dirname(file), chunk);
    if (!known.has(path)) loadedAtOnce(path, known);
  }
  return [...known.values()].join("\n");
}

test("who asks for help, or presses Tab, does not wait for the laptop", () => {
  const text = loadedAtOnce(bin);
  expect(text).toContain('from "commander"');
  expect(text).not.toMatch(/(?:dynalite|@aws-sdk\/|hono|\/yaml\/)[^\n]*";$/m);
});

test.each(["bash", "zsh", "fish"])("%s gets a script that completes", async (name) => {
  const { stdout, exitCode } = await runCli(["completion", name]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain("skill-call");
});

test("commands, options, choices and failures are completed", async () => {
  const completed = async (...words: readonly string[]) =>
    (await runCli(["complete", "--", ...words])).stdout
      .split("\n")
      .map((line) => line.split("\t")[0]);
  expect(await completed("")).toEqual(expect.arrayContaining(["demo", "call", "doctor"]));
  expect(await completed("call", "--fi")).toEqual(expect.arrayContaining(["--field"]));
  expect(await completed("call", "--locale", "")).toEqual(expect.arrayContaining(["fr-CA"]));
  expect(await completed("call", "--fault", "context-e")).toEqual(
    expect.arrayContaining(["context-expired"]),
  );
});

test("in talk, what was made to fail can be ended", async () => {
  const says = [
    "/fault profile-no-permission",
    "/fault skill-crash",
    "/fault off",
    "open example support",
  ];
  const { stdout, exitCode } = await runCli(["talk"], { input: `${says.join("\n")}\n` });
  expect(exitCode).toBe(0);
  expect(stdout).toContain("From now on nothing fails.");
  expect(stdout).toMatch(/What's\s+your first name\?/);
});
