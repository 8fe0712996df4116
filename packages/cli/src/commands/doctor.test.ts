import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { outputTo } from "@skill-call/terminal";
import { program } from "../program.ts";

const packages = join(__dirname, "../../..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "doctor-command-"));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  process.exitCode = 0;
});

/** Runs the command against what is built: the Lambdas, and infra. */
async function doctor(...options: readonly string[]) {
  process.exitCode = 0;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = outputTo({ stdout, stderr, env: { NO_COLOR: "1" } });
  await program(output, new PassThrough()).parseAsync(["node", "skill-call", "doctor", ...options]);
  const said = (stream: PassThrough) => String(stream.read() ?? "");
  return { stdout: said(stdout), stderr: said(stderr), exitCode: process.exitCode };
}

async function fileOf(name: string, content: string): Promise<string> {
  const file = join(await mkdtemp(join(folder, "files-")), name);
  await writeFile(file, content);
  return file;
}

async function documentWith(change: (document: Document) => void): Promise<string> {
  const example = await readFile(join(packages, "infra/deployment.example.json"), "utf8");
  const routes = await readFile(join(packages, "sma-handler/routes.example.json"), "utf8");
  const document = JSON.parse(example);
  document.sma.routes = JSON.parse(routes);
  change(document);
  return fileOf("deployment.json", JSON.stringify(document));
}

interface Document {
  skill: { callStarter: Record<string, string> };
  sma: {
    callerIdNumber: string;
    phoneNumber: string;
    routes: { rules: { when: Record<string, unknown> }[] };
  };
}

test("the example deployment is sound", async () => {
  const example = join(packages, "infra/deployment.example.json");
  const { stdout, exitCode } = await doctor("--file", example);
  expect(stdout).toMatch(/deployment\.example\.json: skill, sma-handler, context-api\n✔ /);
  expect(exitCode).toBe(0);
});

test("what does not go together is said in words, with the place of each", async () => {
  const document = await documentWith(({ sma }) => {
    sma.callerIdNumber = sma.phoneNumber;
    sma.routes.rules = [{ ...sma.routes.rules[0], when: { reason: "biling" } }];
  });
  const { stdout, exitCode } = await doctor("--file", document, "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    source: document,
    parts: ["skill", "sma-handler", "context-api"],
    mistakes: [
      { part: "sma-handler", place: "CALLER_ID_NUMBER", problem: expect.any(String) },
      ...["billing", "technical-support", "order-status", "sales"].map((reason) => ({
        part: "sma-handler",
        place: "ROUTES",
        problem: expect.stringContaining(`"${reason}"`),
      })),
      {
        part: "sma-handler",
        place: "ROUTES at rules[0].when.reason",
        problem: expect.stringContaining('"biling" is no reason'),
      },
    ],
  });
});

test("what a Lambda says of its routes is said by the doctor", async () => {
  const document = await documentWith(({ sma }) => {
    sma.routes.rules = [];
    Object.assign(sma.routes, { otherwise: [{ type: "pstn", number: "5550100" }] });
  });
  const { stdout } = await doctor("--file", document);
  expect(stdout).toContain(
    "sma-handler ROUTES at otherwise[0].number\n    must be an E.164 number",
  );
});

test("where a section does not fit, the others are looked at nevertheless", async () => {
  const document = await documentWith(({ skill, sma }) => {
    skill.callStarter = { type: "callback" };
    sma.callerIdNumber = sma.phoneNumber;
  });
  const { stdout, exitCode } = await doctor("--file", document);
  expect(stdout).toContain("deployment.json: sma-handler, context-api\n");
  expect(stdout).toContain("  sma-handler CALLER_ID_NUMBER\n");
  expect(stdout).toContain("  skill.callStarter.sipMediaApplicationId\n    is missing");
  expect(stdout).toContain("✘ 3 mistakes");
  expect(exitCode).toBe(1);
});

test("one Lambda's variables are looked at alone", async () => {
  const envFile = await fileOf(".env", "AWS_REGION=eu-west-1\nCALL_STARTER=callback\n");
  const { stdout, exitCode } = await doctor("--part", "skill", "--env-file", envFile, "--json");
  const places = JSON.parse(stdout).mistakes.map(({ place }: { place: string }) => place);
  expect(places).toEqual([
    "CALL_CONTEXT_TABLE",
    "SIP_MEDIA_APPLICATION_ID",
    "CALLBACK_FROM_NUMBER",
    "region",
  ]);
  expect(exitCode).toBe(1);
});

test("a mistake is said once: in the Lambda's own words where it has some", async () => {
  const envFile = await fileOf(".env", "ALLOWED_SKILL_CLIENT_IDS=my-skill\n");
  const { stdout } = await doctor("--part", "sma-handler", "--env-file", envFile, "--json");
  const { mistakes } = JSON.parse(stdout) as { mistakes: { place: string; problem: string }[] };
  const ofClientIds = mistakes.filter(({ place }) => place.startsWith("ALLOWED_SKILL_CLIENT_IDS"));
  expect(ofClientIds).toMatchObject([{ problem: expect.stringContaining("comma-separated") }]);
});

test.each([
  [["--file", "nowhere.json"], "There is no file nowhere.json"],
  [["--part", "skill", "--env-file", "nowhere.env"], "There is no file nowhere.env"],
  [["--env-file", "nowhere.env"], "Say whose variables these are: --part skill, sma-handler"],
])("%j cannot be looked at, and says why", async (options, why) => {
  const { stdout, stderr, exitCode } = await doctor(...options);
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toContain(why);
});
