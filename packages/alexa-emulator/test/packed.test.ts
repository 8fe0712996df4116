// What a stranger gets: the tarball, installed by npm into an empty folder, with a skill of their own.
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { patienceMs } from "@skill-call/test-peers/until";

const execute = promisify(execFile);
let folder: string;
/** The command that npm has installed. */
let bin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "alexa-emulator-"));
  await execute("pnpm", ["pack", "--pack-destination", folder], { cwd: resolve(__dirname, "..") });
  const [tarball = ""] = await readdir(folder);
  for (const [file, content] of Object.entries(project)) await write(file, content);
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`];
  await execute("npm", install, { cwd: folder, env: ownEnvironment() });
  bin = join(folder, "node_modules/.bin/alexa-emulator");
});
afterAll(() => rm(folder, { recursive: true }));

/** A skill as Amazon's samples have it, and tests of it in each of the ways in use. */
const project = {
  "package.json": JSON.stringify({ private: true }),
  "index.js": `
    const say = (text, shouldEndSession) => ({
      version: "1.0",
      response: { outputSpeech: { type: "PlainText", text }, shouldEndSession },
    });
    exports.handler = (event, context, callback) => {
      const { type, intent } = event.request;
      if (type === "LaunchRequest") return callback(null, say("Which state?", false));
      callback(null, say(intent ? "You said " + intent.slots.state.value + "." : "Bye.", true));
    };`,
  "skill-package/interactionModels/custom/en-US.json": JSON.stringify({
    interactionModel: {
      languageModel: {
        invocationName: "states quiz",
        intents: [
          {
            name: "AnswerIntent",
            slots: [{ name: "state", type: "AMAZON.US_STATE" }],
            samples: ["{state}", "about {state}"],
          },
          { name: "AMAZON.StopIntent", samples: [] },
        ],
      },
    },
  }),
  "by-import.test.mjs": `
    import assert from "node:assert/strict";
    import { test } from "node:test";
    import { testAlexa } from "@skill-call/alexa-emulator";
    import skill from "./index.js";
    test("by import, in this process", async () => {
      const alexa = await testAlexa({ skill: skill.handler, skillPackage: "skill-package" });
      const turn = await alexa.say("ask states quiz about ohio");
      assert.equal(turn.speech, "You said ohio.");
      assert.equal(turn.understood.name, "AnswerIntent");
      await alexa.close();
    });`,
  "by-require.test.cjs": `
    const assert = require("node:assert/strict");
    const { test } = require("node:test");
    const { testAlexa } = require("@skill-call/alexa-emulator");
    test("by require, in a process of its own", async () => {
      const alexa = await testAlexa({ skill: "./index.js", skillPackage: "skill-package" });
      assert.equal((await alexa.say("open states quiz")).sessionOpen, true);
      assert.equal((await alexa.event("SkillDisabled")).exchanges.length, 1);
      await alexa.close();
    });`,
  "jest/states.test.js": `
    const { testAlexa } = require("@skill-call/alexa-emulator");
    const { handler } = require("../index.js");
    test("with jest", async () => {
      const alexa = await testAlexa({ skill: handler, skillPackage: "skill-package" });
      expect((await alexa.say("open states quiz")).speech).toBe("Which state?");
      await alexa.close();
    });`,
  "empty/README.md": "Nothing here.",
  "typed.mts": `
    import { type Alexa, testAlexa, type Turn } from "@skill-call/alexa-emulator";
    const alexa: Alexa = await testAlexa({
      skill: async (event: { request: { type: string } }) => ({ version: "1.0", response: {} }),
      skillPackage: "skill-package",
      device: { interfaces: "screen", timeZone: "UTC" },
    });
    const turn: Turn = await alexa.say("open states quiz");
    const speech: string = turn.speech;
    const name: string | undefined = turn.understood?.name;
    // @ts-expect-error: there is no such field.
    turn.nothing;`,
};

async function write(file: string, content: string): Promise<void> {
  await mkdir(join(folder, file, ".."), { recursive: true });
  await writeFile(join(folder, file), content);
}

/** Without what jest and pnpm set for this process: as in a stranger's shell. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _, NODE_TEST_CONTEXT: __, ...environment } = process.env;
  const entries = Object.entries(environment).filter(([name]) => !name.startsWith("npm_"));
  return Object.fromEntries(entries);
}

interface Ran {
  readonly code: number;
  readonly output: string;
}

function run(command: string, args: readonly string[], input = "", below = "."): Promise<Ran> {
  return new Promise((done) => {
    const options = { cwd: join(folder, below), env: ownEnvironment() };
    const child = execFile(command, args, options, (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, output: `${stdout}${stderr}` });
    });
    child.stdin?.end(input);
  });
}

test("the command holds a conversation that is piped in", async () => {
  const args = ["alexa-emulator", "--skill", "./index.js", "--model", "./skill-package"];
  const { code, output } = await run("npx", args, "open states quiz\nOregon\n");
  expect(output).toContain("Which state?");
  expect(output).toContain("You said Oregon.");
  expect(code).toBe(0);
});

test("in the folder of a skill it finds everything itself, and prints JSON for programs", async () => {
  const { output } = await run(bin, ["--json"], "open states quiz\nOhio\n");
  const turns = output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(turns.map(({ speech }) => speech)).toEqual(["Which state?", "You said Ohio."]);
});

test("the command helps, says its version, and what is missing", async () => {
  expect((await run(bin, ["--help"])).output).toContain("--model <path>");
  expect((await run(bin, ["--version"])).output).toMatch(
    /^@skill-call\/alexa-emulator \d+\.\d+\.\d+/,
  );
  const { code, output } = await run(bin, ["--model", "nowhere"]);
  expect({ code, output }).toEqual({ code: 1, output: "error: There is no nowhere.\n" });
});

test("where there is no skill, it says what to do next", async () => {
  const { code, output } = await run(bin, [], "", "empty");
  expect(output).toContain("npx alexa-emulator --model ./skill-package --skill ./lambda/index.js");
  expect(code).toBe(1);
});

test("node:test imports it and requires it", async () => {
  const { code, output } = await run(process.execPath, [
    "--test",
    "by-import.test.mjs",
    "by-require.test.cjs",
  ]);
  expect(output).toContain("# pass 2");
  expect(code).toBe(0);
});

test("jest requires it", async () => {
  const jest = resolve(__dirname, "../node_modules/jest/bin/jest.js");
  const args = [jest, "--testTimeout", `${patienceMs}`, "--rootDir", folder, "jest/"];
  const { code, output } = await run(process.execPath, args);
  expect(output).toContain("Tests:       1 passed, 1 total");
  expect(code).toBe(0);
});

test("its types are whole, checked strictly", async () => {
  const tsc = resolve(__dirname, "../node_modules/typescript/bin/tsc");
  const options = ["--strict", "--exactOptionalPropertyTypes", "--noEmit", "--target", "es2023"];
  const modules = ["--module", "nodenext", "--types", "node"];
  const nodeTypes = ["--typeRoots", resolve(__dirname, "../node_modules/@types")];
  const args = [tsc, ...options, ...modules, ...nodeTypes, "typed.mts"];
  expect(await run(process.execPath, args)).toEqual({ code: 0, output: "" });
});
