import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { PassThrough } from "node:stream";
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { outputTo } from "@skill-call/terminal";
import { parseDeployment } from "../deployment/deployment.ts";
import { type AwsAnswer, type AwsRequest, type FakeAws, fakeAws } from "../testing/fake-aws.ts";
import { FakeLambdaApi } from "../testing/fake-lambda-api.ts";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, stacksOf } from "../testing/synthesize.ts";
import { functionNamePrefix, parts } from "./parts.ts";
import { program } from "./program.ts";
import { reportRefusal } from "./refusal.ts";

const document = join(mkdtempSync(join(tmpdir(), "operate-")), "deployment.json");
writeFileSync(document, JSON.stringify(sampleDocument));

const name = `${functionNamePrefix("sma-handler", "prod")}0A1B2C3D-x1y2z3`;
let lambdaApi: FakeLambdaApi;
let rules: { SipRuleId: string; Name: string; TriggerValue: string; Disabled: boolean }[];
let tables: string[];
let servers: FakeAws[];
let clients: {
  lambda: LambdaClient;
  voice: ChimeSDKVoiceClient;
  dynamoDb: DynamoDBClient;
  kms: KMS;
};

beforeAll(async () => {
  servers = await Promise.all(
    [(request: AwsRequest) => lambdaApi.answer(request), voiceApi, dynamoDbApi].map(fakeAws),
  );
  const [lambda, voice, dynamoDb] = servers.map(({ url: endpoint }) => ({
    endpoint,
    region: "us-east-1",
    maxAttempts: 1,
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  }));
  clients = {
    lambda: new LambdaClient({ ...lambda }),
    voice: new ChimeSDKVoiceClient({ ...voice }),
    dynamoDb: new DynamoDBClient({ ...dynamoDb }),
    kms: new KMS({ ...dynamoDb }),
  };
});
afterAll(() => Promise.all(servers.map((server) => server.close())));

beforeEach(() => {
  lambdaApi = new FakeLambdaApi(name, [{}, {}, {}]);
  rules = [
    {
      SipRuleId: "rule-1",
      Name: "skill-call-prod-1",
      TriggerValue: "+16073331111",
      Disabled: false,
    },
  ];
  tables = [];
});

function voiceApi({ method, path, body }: AwsRequest): AwsAnswer {
  if (method === "GET") return { body: { SipRules: rules } };
  const SipRuleId = path.split("/").at(-1);
  rules = rules.map((rule) =>
    rule.SipRuleId === SipRuleId ? { ...rule, ...(body as object) } : rule,
  );
  return { status: 202, body: { SipRule: rules[0] } };
}

/** Keeps each operation that changes something, with what it was asked. */
function dynamoDbApi({ target = "", body }: AwsRequest): AwsAnswer {
  const operation = target.split(".").at(-1) ?? "";
  if (operation !== "DescribeTable") {
    tables.push(`${operation} ${JSON.stringify(body)}`);
    return { body: {} };
  }
  const { TableName } = body as { TableName: string };
  const arn = `arn:aws:dynamodb:us-east-1:123456789012:table/${TableName}`;
  const SSEDescription = { KMSMasterKeyArn: "arn:aws:kms:us-east-1:123456789012:key/one" };
  return {
    body: {
      Table: {
        TableStatus: "ACTIVE",
        TableArn: arn,
        LatestStreamArn: `${arn}/stream/now`,
        SSEDescription,
      },
    },
  };
}

/** Runs a command line, and answers what it printed and what it could not do. */
async function operate(...typed: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = outputTo({ stdout, stderr, env: { NO_COLOR: "1" } });
  const command = program({ output, document, clientsIn: () => clients });
  for (const each of [command, ...command.commands]) {
    each.exitOverride().configureOutput({ writeErr: (text) => stderr.write(text) });
  }
  try {
    await command.parseAsync(["node", "operate", ...typed]);
  } catch (error) {
    reportRefusal(error, output, () => "");
  }
  return { printed: String(stdout.read() ?? ""), problem: String(stderr.read() ?? "") };
}

test("the names of functions begin as the stacks' templates name them", () => {
  const stacks = stacksOf(appOf(parseDeployment(sampleDocument)));
  const begun = stacks.flatMap((stack) =>
    stack.node
      .findAll()
      .flatMap((each) =>
        "cfnResourceType" in each && each.cfnResourceType === "AWS::Lambda::Function"
          ? [`${stack.stackName}-${stack.getLogicalId(each as never)}`]
          : [],
      ),
  );
  for (const part of parts) {
    const prefix = functionNamePrefix(part, "prod");
    expect({ part, found: begun.filter((each) => each.startsWith(prefix)) }).toEqual({
      part,
      found: [expect.any(String)],
    });
  }
});

test("the version before answers a call that nobody makes, and then all the others", async () => {
  const asked: unknown[] = [];
  const { answers } = lambdaApi;
  lambdaApi.answers = (version, event) => {
    asked.push([version, (event as { InvocationEventType: string }).InvocationEventType]);
    return answers(version, event);
  };
  const { printed, problem } = await operate("put-back", "sma-handler");
  expect(problem).toBe("");
  expect(asked).toEqual([
    ["2", "NEW_INBOUND_CALL"],
    ["2", "HANGUP"],
  ]);
  expect(lambdaApi.alias).toMatchObject({ FunctionVersion: "2" });
  expect(printed).toContain(`${name}: live moves from version 3 to 2`);
});

test("a version that fails is not put to work", async () => {
  lambdaApi.answers = () => ({
    headers: { "x-amz-function-error": "Unhandled" },
    body: { errorType: "ConfigError" },
  });
  const { problem } = await operate("put-back", "sma-handler");
  expect(problem).toContain("The alias stays where it is. Version 2: ");
  expect(problem).toContain("the invocation fails with ConfigError");
  expect(lambdaApi.alias.FunctionVersion).toBe("3");
  await operate("put-back", "sma-handler", "--untried");
  expect(lambdaApi.alias.FunctionVersion).toBe("2");
});

test("a version by its number, and the newest again, with all of the invocations", async () => {
  await operate("put-back", "sma-handler", "--to", "1");
  expect(lambdaApi.alias.FunctionVersion).toBe("1");
  lambdaApi.alias.RoutingConfig = { AdditionalVersionWeights: { "2": 0.1 } };
  await operate("put-back", "sma-handler", "--to", "newest");
  expect(lambdaApi.alias).toMatchObject({
    FunctionVersion: "3",
    RoutingConfig: { AdditionalVersionWeights: {} },
  });
  expect((await operate("put-back", "sma-handler", "--to", "newest")).printed).toBe(
    "Nothing to do.\n",
  );
});

test("what is not there is said, with what is", async () => {
  expect((await operate("put-back", "sma-handler", "--to", "9")).problem).toContain(
    "There is no version 9: 3 runs, and there are 1, 2, 3.",
  );
  lambdaApi.alias.FunctionVersion = "1";
  expect((await operate("put-back", "sma-handler")).problem).toContain("no version before");
  expect((await operate("put-back", "skill")).problem).toContain(
    "There is no function SkillCall-Skill-prod-SkillFunction… in this account and Region",
  );
});

test("who moves the alias in between goes first", async () => {
  lambdaApi.refusal = { operation: "PUT aliases/live", code: "PreconditionFailedException" };
  const { problem } = await operate("put-back", "sma-handler");
  expect(problem).toContain("AWS refuses: PreconditionFailedException");
});

test("everything goes to one destination by a version of the running code, and the next deployment finds what it left", async () => {
  const before = structuredClone(lambdaApi.settings.get("$LATEST"));
  const { printed, problem } = await operate(
    "route-everything",
    "sma-handler",
    "--to",
    "+12045550101",
  );
  expect(problem).toBe("");
  expect(lambdaApi.alias.FunctionVersion).toBe("4");
  const { Environment, Description, CodeSha256 } = lambdaApi.settings.get("4") ?? {};
  expect(Environment?.Variables).toEqual({
    STAGE: "prod",
    ROUTES: '{"rules":[],"otherwise":[{"type":"pstn","number":"+12045550101"}]}',
  });
  expect([Description, CodeSha256]).toEqual(["everything to pstn", "code"]);
  expect(lambdaApi.settings.get("$LATEST")).toEqual(before);
  expect(printed).toContain("Back to the routes: operate put-back sma-handler --to newest");
  // CloudFormation knows nothing of that version.
  await operate("put-back", "sma-handler", "--to", "newest");
  expect(lambdaApi.alias.FunctionVersion).toBe("3");
});

test("routes in a file beside the Lambda are no longer read", async () => {
  lambdaApi = new FakeLambdaApi(name, [
    { Environment: { Variables: { ROUTES_SOURCE: "file:routes.json", STAGE: "prod" } } },
  ]);
  await operate("route-everything", "sma-handler", "--to", "+12045550101");
  expect(Object.keys(lambdaApi.settings.get("2")?.Environment.Variables ?? {})).toEqual([
    "STAGE",
    "ROUTES",
  ]);
});

test("where publishing fails nothing has changed", async () => {
  const before = structuredClone(lambdaApi.settings);
  lambdaApi.refusal = { operation: "POST versions", code: "CodeStorageExceededException" };
  const { problem } = await operate("route-everything", "sma-handler", "--to", "+12045550101");
  expect(problem).toContain("CodeStorageExceededException");
  expect(lambdaApi.settings).toEqual(before);
  expect(lambdaApi.alias.FunctionVersion).toBe("3");
});

test("a version is not made of another code than runs, unless that is what is wanted", async () => {
  lambdaApi = new FakeLambdaApi(name, [
    {},
    { CodeSha256: "newer", Role: "arn:aws:iam::123456789012:role/newer" },
  ]);
  lambdaApi.alias.FunctionVersion = "1";
  const options = ["route-everything", "sma-handler", "--to", "+12045550101"];
  expect((await operate(...options)).problem).toContain("the newest code is another");
  expect(lambdaApi.calls).toEqual([]);
  await operate(...options, "--newest-code");
  expect(lambdaApi.settings.get("3")).toMatchObject({ CodeSha256: "newer" });
  expect(lambdaApi.alias.FunctionVersion).toBe("3");
});

test.each([
  ["5550100", "Write a phone number"],
  ['{"type":"pstn"}', "number"],
  [
    '{"type":"meeting","mediaRegion":"us-east-1"}',
    "take rights that the running version may not have",
  ],
])("%s is no destination to send everything to", async (to, why) => {
  const { problem } = await operate("route-everything", "sma-handler", "--to", to);
  expect(problem).toContain(why);
  expect(lambdaApi.calls).toEqual([]);
});

test("the document's numbers are not answered, and then answered again", async () => {
  const { printed } = await operate("disable-rule");
  expect(rules).toMatchObject([{ Disabled: true, Name: "skill-call-prod-1" }]);
  expect(printed).toContain("the SIP rule skill-call-prod-1 (+16073331111) is disabled");
  expect((await operate("disable-rule")).printed).toBe("Nothing to do.\n");
  await operate("enable-rule", "--number", "+1 607 333 1111");
  expect(rules).toMatchObject([{ Disabled: false }]);
  expect((await operate("disable-rule", "--number", "+16073332222")).problem).toContain(
    "No SIP rule answers +16073332222; there are rules of +16073331111.",
  );
});

test("a restored table is given what a restore forgets, and said as the document wants it", async () => {
  const { printed, problem } = await operate(
    ...["restore-table", "--from", "contexts", "--to-time", "2026-11-28T14:05:00Z"],
  );
  expect(problem).toBe("");
  expect(tables.map((each) => each.split(" ")[0])).toEqual([
    "RestoreTableToPointInTime",
    "UpdateTimeToLive",
    "UpdateContinuousBackups",
    "UpdateContributorInsights",
    "UpdateTable",
    "TagResource",
  ]);
  expect(tables[0]).toContain('"KMSMasterKeyId":"arn:aws:kms:us-east-1:123456789012:key/one"');
  expect(tables[0]).toContain('"RestoreDateTime":1795874700');
  const restored = JSON.parse(printed.slice(printed.indexOf("{")));
  const name = "call-contexts-prod-restored";
  const arn = `arn:aws:dynamodb:us-east-1:123456789012:table/${name}`;
  expect(restored).toEqual({
    callContext: {
      restoredTable: {
        name,
        arn,
        keyArn: "arn:aws:kms:us-east-1:123456789012:key/one",
        streamArn: `${arn}/stream/now`,
      },
    },
  });
  // As the document reads it.
  expect(() => parseDeployment({ stage: "prod", ...restored })).not.toThrow();
});

test.each([
  ["put-back", "sma-handler"],
  ["route-everything", "sma-handler", "--to", "+12045550101"],
  ["disable-rule"],
  ["restore-table", "--from", "contexts"],
])("--dry-run of %s says what would be done, and does nothing", async (...typed) => {
  const before = structuredClone(rules);
  const { printed, problem } = await operate(...typed, "--dry-run");
  expect(problem).toBe("");
  expect(printed).toMatch(/^would do: /);
  expect(printed).not.toContain("→");
  expect([lambdaApi.calls, tables, rules]).toEqual([[], [], before]);
});

const pagesOfTeams = new URL("../../../../docs/deploy/", import.meta.url);
const pages = [
  new URL("../../../../docs/operations.md", import.meta.url),
  new URL("../../../../docs/privacy.md", import.meta.url),
  ...readdirSync(pagesOfTeams).map((page) => new URL(page, pagesOfTeams)),
];
/** Every `npx -y pnpm@12 operate …` of the pages, in a block or in a line. */
const documented = pages.flatMap((page) =>
  [...readFileSync(page, "utf8").matchAll(/npx -y pnpm@12 operate ([^`#\n]+)/g)].map(
    ([, typed = ""]) => [basename(page.pathname), typed.trim()] as const,
  ),
);

test("the runbook names every command", () => {
  const named = new Set(documented.map(([, typed]) => typed.split(" ")[0]));
  const output = outputTo({ stdout: new PassThrough(), stderr: new PassThrough(), env: {} });
  const { commands } = program({ output, document, clientsIn: () => clients });
  expect([...named].sort()).toEqual(commands.map((command) => command.name()).sort());
});

test.each(documented)("%s: `operate %s` is a command with these options", async (_, typed) => {
  lambdaApi = new FakeLambdaApi(
    functionNamePrefix(parts.find((part) => typed.includes(part)) ?? "skill", "prod"),
    [{}, {}, {}],
  );
  const dryRun = typed.startsWith("versions") ? [] : ["--dry-run"];
  const words = [...typed.matchAll(/'([^']*)'|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  expect((await operate(...words, ...dryRun)).problem).toBe("");
  expect(lambdaApi.calls).toEqual([]);
});
