import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pack } from "./pack.ts";
import { run } from "./run.ts";

const folder = mkdtempSync(join(tmpdir(), "commands-"));
const project = join(folder, "team");

/** What the tarballs install to be typed. */
const commands = [
  "alexa-emulator",
  "contact-flow-emulator",
  "create-skill",
  "skill-call",
  "sma-emulator",
];

beforeAll(async () => {
  mkdirSync(project);
  const rooms = commands.map((name) => (name === "skill-call" ? "published-cli" : name));
  const tarballs = await pack(folder, [...rooms, "skill"]);
  const quietly = ["--prefer-offline", "--no-audit", "--no-fund"];
  await run(project, "npm", "install", ...quietly, ...tarballs);
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(commands)("`npx %s --help` says what it does, from an empty folder", async (command) => {
  expect(await run(project, "npx", command, "--help")).toMatch(/^Usage: .*$/m);
});

test.each(commands)("%s carries the licences of what is in its bundle", (command) => {
  const room = command === "skill-call" ? command : `@skill-call/${command}`;
  const licences = readFileSync(join(project, "node_modules", room, "dist/cli.LEGAL.txt"), "utf8");
  expect(licences).toMatch(/^commander [\d.]+$/m);
  expect(licences).toContain("Copyright (c) 2011 TJ Holowaychuk");
});
