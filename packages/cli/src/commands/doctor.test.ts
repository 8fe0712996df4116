import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { outputTo } from "@skill-call/terminal";
import { typedInRepository } from "../as-typed.ts";
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
  const typed = typedInRepository({});
  const command = program(output, { stdin: new PassThrough() }, { typed, withDoctor: true });
  await command.parseAsync(["node", "skill-call", "doctor", ...options]);
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
  document.connect.routes = JSON.parse(
    await readFile(join(packages, "connect-handler/routes.example.json"), "utf8"),
  );
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
  const { stdout, exitCode } = await doctor("--file", example, "--allow-samples");
  expect(stdout).toMatch(
    /deployment\.example\.json: skill, sma-handler, context-api, connect-handler, call-events\n/,
  );
  expect(stdout).toMatch(
    /\n {2}sma\.alarmTopicArn\n {4}is left out: this stack's alarms tell nobody/,
  );
  expect(stdout).toMatch(/\n✔ Nothing is missing/);
  expect(exitCode).toBe(0);
});

test("the example is not to be deployed as it is", async () => {
  const example = join(packages, "infra/deployment.example.json");
  const { stdout, exitCode } = await doctor("--file", example, "--json");
  expect(exitCode).toBe(1);
  const places = JSON.parse(stdout).mistakes.map(({ place }: { place: string }) => place);
  expect(places).toEqual(
    expect.arrayContaining([
      "sma.phoneNumber",
      "SKILL_ID",
      "SMA_PHONE_NUMBER",
      "CALLER_ID_NUMBER",
      "ALLOWED_SKILL_CLIENT_IDS",
      "ROUTES at rules[0].to[0].arn",
      "ROUTES at rules[2].to[0].destinationService",
      "ROUTES at otherwise[0].number",
      "JWT_ISSUER",
      "WEBHOOK_URL",
      "WEBHOOK_SECRET_ARN",
    ]),
  );
});

test("what does not go together is said in words, with the place of each", async () => {
  const document = await documentWith(({ sma }) => {
    sma.callerIdNumber = sma.phoneNumber;
    const [rule] = sma.routes.rules;
    sma.routes.rules = [
      { ...rule, when: { reason: "biling" } },
      { ...rule, when: { "context.plan": "basic" } },
    ];
  });
  const { stdout, exitCode } = await doctor("--file", document, "--allow-samples", "--json");
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout)).toEqual({
    source: document,
    parts: ["skill", "sma-handler", "context-api", "connect-handler", "call-events"],
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
        problem: expect.stringContaining('"biling" is not a reason'),
      },
      {
        part: "sma-handler",
        place: 'ROUTES at rules[1].when["context.plan"]',
        problem: '"plan" is not a field of the form',
      },
    ],
    notes: expect.arrayContaining([
      { place: "skill.alarmTopicArn", problem: expect.stringContaining("tell nobody") },
    ]),
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
  const { stdout, exitCode } = await doctor("--file", document, "--allow-samples");
  expect(stdout).toContain(
    "deployment.json: sma-handler, context-api, connect-handler, call-events\n",
  );
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

test("with --online the issuer is asked, and says how it is spelled", async () => {
  const issuer = createServer((_, response) => {
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
    response.end(JSON.stringify({ issuer: url, jwks_uri: `${url}/keys`, keys: [{ kty: "EC" }] }));
  });
  await new Promise<void>((resolve) => issuer.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}`;
  const environment = (spelled: string) =>
    fileOf(
      ".env",
      `CALL_CONTEXT_TABLE=call-contexts\nJWT_AUDIENCE=call-context\nJWT_ISSUER=${spelled}\n`,
    );
  const look = async (spelled: string, ...options: readonly string[]) =>
    doctor("--part", "context-api", "--env-file", await environment(spelled), ...options);
  expect((await look(`${url}/`)).exitCode).toBe(0);
  expect((await look(url, "--online")).exitCode).toBe(0);
  const { stdout, exitCode } = await look(`${url}/`, "--online", "--json");
  issuer.closeAllConnections();
  await new Promise((resolve) => issuer.close(resolve));
  expect(exitCode).toBe(1);
  expect(JSON.parse(stdout).mistakes).toEqual([
    {
      part: "context-api",
      place: "JWT_ISSUER",
      problem: `the issuer calls itself ${url}: write it so, to the letter`,
    },
  ]);
});

/** Runs the command as somebody with these variables, and no other credentials. */
async function withAws<Found>(
  variables: Readonly<Record<string, string>>,
  look: () => Promise<Found>,
): Promise<Found> {
  const before = process.env;
  const { AWS_ACCESS_KEY_ID: _, AWS_SECRET_ACCESS_KEY: __, AWS_PROFILE: ___, ...others } = before;
  const none = join(folder, "none");
  process.env = {
    ...others,
    AWS_SHARED_CREDENTIALS_FILE: none,
    AWS_CONFIG_FILE: none,
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_MAX_ATTEMPTS: "1",
    ...variables,
  };
  try {
    return await look();
  } finally {
    process.env = before;
  }
}

test("with --live AWS is asked, and what it does not say is said", async () => {
  const aws = createServer((request, response) => {
    response.writeHead(403, { "x-amzn-errortype": "AccessDeniedException" });
    // SNS speaks XML.
    const inXml = request.headers["content-type"]?.includes("form") ?? false;
    const error = "<Error><Code>AccessDenied</Code><Message>not authorized</Message></Error>";
    const xml = `<ErrorResponse>${error}</ErrorResponse>`;
    response.end(inXml ? xml : JSON.stringify({ Message: "not authorized" }));
  });
  await new Promise<void>((resolve) => aws.listen(0, "127.0.0.1", resolve));
  const variables = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
  };
  const document = await documentWith(() => {});
  const { stdout, stderr, exitCode } = await withAws(variables, () =>
    doctor("--file", document, "--allow-samples", "--live", "--json"),
  );
  aws.closeAllConnections();
  await new Promise((resolve) => aws.close(resolve));
  expect([stderr, exitCode]).toEqual(["", 1]);
  const { mistakes } = JSON.parse(stdout) as { mistakes: { place: string; problem: string }[] };
  expect(mistakes.map(({ place }) => place)).toEqual(
    expect.arrayContaining(["sma.phoneNumbers", "sma.callerIdNumber", "sma-handler", "Lambda"]),
  );
  for (const { problem } of mistakes) expect(problem).toContain("could not be asked of AWS: ");
});

test("without credentials --live cannot look, and says what has to work", async () => {
  const document = await documentWith(() => {});
  const { stdout, stderr, exitCode } = await withAws({}, () =>
    doctor("--file", document, "--allow-samples", "--live"),
  );
  expect([stdout, exitCode]).toEqual(["", 2]);
  expect(stderr).toContain("`aws sts get-caller-identity` has to answer");
});
