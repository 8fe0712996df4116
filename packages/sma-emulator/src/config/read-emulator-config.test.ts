import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { emulatorJsonSchema } from "./emulator-json-schema.ts";
import { readEmulatorConfig } from "./read-emulator-config.ts";

const arn = "arn:aws:chime:us-east-1:123456789012:vc/abcdef1ghij2klmno3pqr4";
const least = {
  phoneNumbers: ["+16073331111"],
  sipRules: [{ toPhoneNumber: "+16073331111", sipMediaApplications: ["sma"] }],
  sipMediaApplications: [{ id: "sma", lambda: { file: "index.mjs" } }],
};

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "emulator-config-"));
  await writeFile(join(folder, "index.mjs"), "");
});
afterAll(() => rm(folder, { recursive: true }));

async function read(document: unknown) {
  const file = join(folder, "emulator.json");
  await writeFile(file, typeof document === "string" ? document : JSON.stringify(document));
  return readEmulatorConfig(file);
}

async function mistakesIn(document: unknown): Promise<string[]> {
  const error = await read(document).then(
    () => new Error("No mistake at all"),
    (thrown: Error) => thrown,
  );
  return error.message.split("\n").slice(1);
}

test("the least that is needed: a number, a rule, a built Lambda", async () => {
  expect(await read(least)).toEqual({
    awsAccountId: "123456789012",
    listening: { host: "127.0.0.1", udpPort: 5060, tcpPort: 5060, advertisedHost: undefined },
    media: { anchored: true, strict: false, inactivityMs: 30_000 },
    apiPorts: { voice: 0, meetings: 0 },
    bots: {},
    functions: [],
    meetingEvents: [],
    tables: [],
    numbers: [{ number: "+16073331111", productType: "SipMediaApplicationDialIn" }],
    sipRules: [
      {
        id: "sip-rule-1",
        toPhoneNumber: "+16073331111",
        disabled: false,
        targets: [{ sipMediaApplicationId: "sma", priority: 1 }],
      },
    ],
    applications: [
      {
        id: "sma",
        awsRegion: "us-east-1",
        lambda: {
          kind: "file",
          name: "sma",
          file: join(folder, "index.mjs"),
          handler: "handler",
          environment: {},
          timeoutMs: 3000,
        },
      },
    ],
    voiceConnectors: {},
    carriers: { byPrefix: {}, otherwise: undefined },
    logLevel: "info",
  });
});

test("everything that can be said", async () => {
  const config = await read({
    $schema: "emulator.schema.json",
    listen: { host: "0.0.0.0", udp: 0, tcp: 5062, advertisedHost: "192.0.2.1" },
    apis: { voice: 8001, meetings: 8002 },
    phoneNumbers: ["+16073331111", { number: "+12065550100", productType: "VoiceConnector" }],
    sipRules: [{ ...least.sipRules[0], id: "r", sipMediaApplications: ["b", "a"] }],
    sipMediaApplications: [
      { id: "a", lambda: { endpoint: "http://127.0.0.1:9000", timeoutSeconds: 5 } },
      { id: "b", allowedSkills: ["skill"], lambda: { file: "index.mjs", environment: { A: "1" } } },
    ],
    voiceConnectors: { [arn]: "sip:127.0.0.1:5070;transport=tcp" },
    carriers: { "+1206": "sip:127.0.0.1:5080", default: "sip:127.0.0.1:5090" },
    audioPrompts: "prompts",
    media: { throughEmulator: false, ports: { from: 16384, to: 16484 }, inactivitySeconds: 0 },
    strict: true,
    functions: { dial: { file: "index.mjs" } },
    variations: ["success-after-hangup-of-leg-b"],
    meetingEvents: ["dial"],
    tables: [
      {
        name: "calls",
        partitionKey: "id",
        sortKey: { name: "at", type: "N" },
        indexes: [{ name: "by-from", partitionKey: "from" }],
        items: [{ id: "1", at: 1 }],
      },
    ],
    logLevel: "debug",
  });
  expect(config).toMatchObject({
    listening: { host: "0.0.0.0", udpPort: 0, tcpPort: 5062, advertisedHost: "192.0.2.1" },
    apiPorts: { voice: 8001, meetings: 8002 },
    sipRules: [
      { id: "r", targets: [{ sipMediaApplicationId: "b", priority: 1 }, { priority: 2 }] },
    ],
    applications: [
      { lambda: { kind: "http", name: "a", functionName: "function", timeoutMs: 5000 } },
      { allowedSkills: ["skill"], lambda: { environment: { A: "1" } } },
    ],
    functions: [{ name: "dial", file: join(folder, "index.mjs") }],
    variations: ["success-after-hangup-of-leg-b"],
    meetingEvents: ["dial"],
    tables: [
      {
        name: "calls",
        partitionKey: { name: "id", type: "S" },
        sortKey: { name: "at", type: "N" },
        indexes: [{ name: "by-from", partitionKey: { name: "from", type: "S" } }],
        items: [{ id: "1", at: 1 }],
      },
    ],
    voiceConnectors: { [arn]: "sip:127.0.0.1:5070;transport=tcp" },
    carriers: { byPrefix: { "+1206": "sip:127.0.0.1:5080" }, otherwise: "sip:127.0.0.1:5090" },
    promptsFolder: join(folder, "prompts"),
    media: { anchored: false, strict: true, ports: { from: 16384, to: 16484 } },
    logLevel: "debug",
  });
});

test("every mistake is listed, with its place", async () => {
  const mistakes = await mistakesIn({
    listen: { udp: 70_000, port: 5060 },
    phoneNumbers: ["16073331111"],
    sipRules: [{ toPhoneNumber: "+16073331111", sipMediaApplications: [] }],
    sipMediaApplications: [
      { id: "sma", lambda: { file: 3 } },
      { id: "b", lambda: {} },
    ],
    voiceConnectors: { "arn:aws:s3:::x": "sip:127.0.0.1", [arn]: "127.0.0.1:5070" },
    carriers: { "1206": "sip:127.0.0.1" },
    logLevel: "loud",
  });
  expect(mistakes).toEqual([
    "- listen.udp: must be at most 65535",
    "- listen.port: is not a known setting",
    "- phoneNumbers[0]: must be an E.164 number, such as +16073331111",
    "- sipRules[0].sipMediaApplications: must name at least one application",
    "- sipMediaApplications[0].lambda.file: must be string, not 3",
    "- sipMediaApplications[1].lambda: must have either file (a Lambda's source) or endpoint (a server)",
    expect.stringContaining("must be the ARN of a Voice Connector"),
    expect.stringContaining("must be a SIP URI, such as sip:127.0.0.1:5070;transport=tcp"),
    expect.stringContaining("must be a prefix, such as +1206, or default"),
    '- logLevel: must be ("error" | "warn" | "info" | "debug"), not "loud"',
  ]);
});

test("a Lambda as a template names it, with a file of variables", async () => {
  await writeFile(join(folder, "app.py"), "");
  await writeFile(join(folder, ".env"), "A=1");
  const lambda = {
    file: ".",
    handler: "app.lambda_handler",
    runtime: "python3.13",
    envFile: ".env",
    concurrency: 2,
  };
  const { applications } = await read({ ...least, sipMediaApplications: [{ id: "sma", lambda }] });
  expect(applications[0]?.lambda).toMatchObject({
    ...lambda,
    file: folder,
    envFile: join(folder, ".env"),
  });
});

test("files of TLS that are not there, and too few ports, are mistakes", async () => {
  const tls = { certificate: "ours.pem", key: "ours.key" };
  const media = { ports: { from: 16_385, to: 16_387 } };
  expect(await mistakesIn({ ...least, listen: { tls }, media })).toEqual([
    "- media.ports: must hold two even ports, for a call of two legs",
    `- listen.tls.certificate: ${join(folder, "ours.pem")} is not there`,
    `- listen.tls.key: ${join(folder, "ours.key")} is not there`,
  ]);
});

test("a file that a Lambda needs and that is not there is a mistake", async () => {
  const lambda = { file: ".", handler: "src/app.handler", envFile: "more.env" };
  expect(await mistakesIn({ ...least, sipMediaApplications: [{ id: "sma", lambda }] })).toEqual([
    `- sipMediaApplications[0].lambda.file: ${join(folder, "src/app.js")} is not there; is the Lambda built?`,
    `- sipMediaApplications[0].lambda.envFile: ${join(folder, "more.env")} is not there`,
  ]);
});

test("one folder stands for S3, unless prompts or recordings have another", async () => {
  expect(await read({ ...least, s3: "buckets", recordings: "kept" })).toMatchObject({
    promptsFolder: join(folder, "buckets"),
    recordingsFolder: join(folder, "kept"),
  });
});

test("parts of the file that do not agree are mistakes, too", async () => {
  const rule = { toPhoneNumber: "+12065550100", sipMediaApplications: ["gone"] };
  const mistakes = await mistakesIn({
    ...least,
    sipRules: [rule, rule],
    sipMediaApplications: [
      ...least.sipMediaApplications,
      { id: "sma", lambda: { file: "no.mjs" } },
    ],
  });
  expect(mistakes).toEqual([
    "- sipMediaApplications[1].id: is the ID of another application, too",
    "- sipRules[1].toPhoneNumber: has another rule already",
    "- sipRules[0].toPhoneNumber: is not one of phoneNumbers",
    "- sipRules[1].toPhoneNumber: is not one of phoneNumbers",
    "- sipRules[0].sipMediaApplications[0]: names gone, but sipMediaApplications has only sma, sma",
    "- sipRules[1].sipMediaApplications[0]: names gone, but sipMediaApplications has only sma, sma",
    `- sipMediaApplications[1].lambda.file: ${join(folder, "no.mjs")} is not there; is the Lambda built?`,
  ]);
});

test("what has not its shape and what does not agree are told in one go", async () => {
  const mistakes = await mistakesIn({
    listen: { udp: "5060" },
    phoneNumbers: ["16073331111", 7],
    sipRules: [
      { toPhoneNumber: "16073331111", sipMediaApplications: ["gone"] },
      { toPhoneNumber: "+12065550100", sipMediaApplications: "sma" },
      3,
    ],
    sipMediaApplications: [
      { id: "sma", lambda: { file: "no.mjs", handler: 5 } },
      { id: "sma", lambda: { file: "gone.mjs" } },
    ],
  });
  expect(mistakes).toEqual([
    '- listen.udp: must be number, not "5060"',
    "- phoneNumbers[0]: must be an E.164 number, such as +16073331111",
    expect.stringContaining("- phoneNumbers[1]: must be an E.164 number"),
    "- sipRules[0].toPhoneNumber: must be an E.164 number, such as +16073331111",
    '- sipRules[1].sipMediaApplications: must be Array, not "sma"',
    "- sipRules[2]: must be Object, not 3",
    "- sipMediaApplications[0].lambda.handler: must be string, not 5",
    "- sipMediaApplications[1].id: is the ID of another application, too",
    "- sipRules[1].toPhoneNumber: is not one of phoneNumbers",
    "- sipRules[0].sipMediaApplications[0]: names gone, but sipMediaApplications has only sma, sma",
    `- sipMediaApplications[1].lambda.file: ${join(folder, "gone.mjs")} is not there; is the Lambda built?`,
  ]);
});

test.each([[null], [[]], [7], [{ sipRules: 3, phoneNumbers: {}, sipMediaApplications: "a" }]])(
  "%j is refused in words",
  async (document) => {
    const mistakes = await mistakesIn(document);
    expect(mistakes.length).toBeGreaterThan(0);
    for (const mistake of mistakes) expect(mistake).toMatch(/^- .*(must|missing)/);
  },
);

test("a file that is not JSON, and one that is not there", async () => {
  expect(await mistakesIn("{")).toEqual([expect.stringMatching(/^- is not JSON: /)]);
  await expect(readEmulatorConfig(join(folder, "nowhere.json"))).rejects.toMatchObject({
    code: "emulator.config",
    mistakes: [{ path: "", problem: "cannot be read" }],
  });
});

test("emulator.schema.json is what `pnpm --filter @skill-call/sma-emulator schema` writes", async () => {
  const published = await readFile(resolve(__dirname, "../../emulator.schema.json"), "utf8");
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(emulatorJsonSchema())));
});
