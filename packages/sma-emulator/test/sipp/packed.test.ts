// What a stranger gets: the tarball, installed by npm into an empty folder, with a Lambda of their own in TypeScript.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { freePort } from "@skill-call/test-peers";
import { patienceMs } from "@skill-call/test-peers/until";
import { runSipp } from "./support/run-sipp.ts";
import { sippTest } from "./support/sipp-test.ts";

const run = promisify(execFile);
const number = "+16073331111";
let folder: string;
let bin: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sma-emulator-"));
  await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(__dirname, "../..") });
  const [tarball = ""] = await readdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true }));
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", `./${tarball}`];
  await run("npm", install, { cwd: folder });
  bin = join(folder, "node_modules/.bin/sma-emulator");
});
afterAll(() => rm(folder, { recursive: true }));

/** The emulators that a test has started. */
const started: ChildProcess[] = [];
afterEach(() => {
  for (const emulator of started.splice(0)) emulator.kill("SIGKILL");
});

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
    sipMediaApplications: [
      { id: "sma", lambda: { file: ".", handler: "index.handler", timeoutSeconds: 60 } },
    ],
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
});

test("the command says its version", async () => {
  const { stdout } = await run(bin, ["--version"], { cwd: folder });
  expect(stdout).toMatch(
    /^@skill-call\/sma-emulator \d+\.\d+\.\d+( \([0-9a-f]+(-dirty)?\))?, Node /,
  );
});

test("the first run says what to do next, and init does it", async () => {
  const project = join(folder, "project");
  await mkdir(join(project, "src"), { recursive: true });
  await expect(run(bin, [], { cwd: project })).rejects.toThrow("npx @skill-call/sma-emulator init");
  await writeFile(
    join(project, "src/app.js"),
    "exports.handler = async (e) => e.InvocationEventType;",
  );
  await writeFile(
    join(project, "template.yaml"),
    "Resources: { Sma: { Type: AWS::Serverless::Function, Properties: { CodeUri: src, Handler: app.handler } } }",
  );
  const { stdout } = await run(bin, ["init"], { cwd: project });
  expect(stdout).toContain("emulator.json is written, from template.yaml.");
});

/** A test of a stranger's own Lambda; `suite` is how their runner is got. */
const ownTest = (suite: string, library: string) => `
  ${suite}
  ${library}
  const handler = async ({ InvocationEventType: type }) => ({ SchemaVersion: "1.0", Actions:
    type === "NEW_INBOUND_CALL"
      ? [{ Type: "Speak", Parameters: { Text: "Welcome." } }, { Type: "Pause", Parameters: { DurationInMilliseconds: 30000 } }]
      : [{ Type: "Speak", Parameters: { Text: "Goodbye." } }, { Type: "Hangup" }] });
  test("the caller hears both prompts", async () => {
    const sma = await testSma({ handler });
    const call = await sma.call();
    await call.heard("Welcome.");
    await call.heard("Goodbye.");
    await call.over();
    await sma.close();
  });`;

test("a jest test of a CommonJS project, and a node:test test of an ES module, use the test API", async () => {
  const required = 'const { testSma } = require("@skill-call/sma-emulator");';
  await writeFile(join(folder, "own.test.js"), ownTest("", required));
  const jest = join(__dirname, "../../node_modules/jest/bin/jest.js");
  const inFolder = [jest, "--testTimeout", `${patienceMs}`, "--rootDir", folder, "own.test.js"];
  const { stderr } = await run(process.execPath, inFolder, { cwd: folder });
  expect(stderr).toContain("Tests:       1 passed, 1 total");
  const imported = 'import { testSma } from "@skill-call/sma-emulator";';
  await writeFile(
    join(folder, "own.node.mjs"),
    ownTest('import { test } from "node:test";', imported),
  );
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  const { stdout } = await run("node", ["--test", "--test-reporter=tap", "own.node.mjs"], {
    cwd: folder,
    env,
  });
  expect(stdout).toMatch(/^# pass 1$/m);
});

const compilerOptions = { strict: true, skipLibCheck: false, module: "nodenext", noEmit: true };

test("the types of the test API stand by themselves", async () => {
  await writeFile(
    join(folder, "own.mts"),
    `import { testSma, type SmaCall, SmaTestError } from "@skill-call/sma-emulator";
     const sma = await testSma({ handler: async (event: { InvocationEventType: string }) => event });
     const call: SmaCall = await sma.call({ from: "+12045551111" });
     const digits: string | undefined = (await call.told("HANGUP")).ActionData?.ReceivedDigits;
     export const code = (error: SmaTestError) => error.code + digits;`,
  );
  const types = { compilerOptions: { ...compilerOptions, types: [] }, files: ["own.mts"] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(types));
  const compiler = join(__dirname, "../../node_modules/typescript/bin/tsc");
  await run(process.execPath, [compiler, "-p", folder]);
});

test("without a configuration it says what is missing, and fails", async () => {
  const failed = run(bin, ["--config", "no.json"], { cwd: folder });
  await expect(failed).rejects.toThrow("no.json has 1 mistake");
});

sippTest("a call is taken, with a callback Lambda in TypeScript", async () => {
  const port = await freePort();
  await configured(port);
  const emulator = spawn(bin, ["--config", "emulator.json"], { cwd: folder, stdio: "pipe" });
  const ended = once(emulator, "exit");
  try {
    started.push(emulator);
    await firstLineOf(emulator);
    const calls = { port, number };
    const scenario = "caller-is-hung-up-on";
    expect(await runSipp({ scenario, port: await freePort(), calls })).toBe("");
  } finally {
    emulator.kill("SIGINT");
  }
  expect(await ended).toEqual([0, null]);
});
