// What `init` makes of projects as people have them: CDK, SAM, CloudFormation, and sources without a template.
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { type Output, outputTo } from "@skill-call/terminal";
import { readEmulatorConfig } from "../config/read-emulator-config.ts";
import { initCommand } from "./init-command.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "init-"));
});
afterEach(() => rm(folder, { recursive: true }));

const handler = "exports.handler = async (event) => ({ Actions: event.InvocationEventType });";
const otherHandler = "exports.handler = async () => {};";

async function files(all: Readonly<Record<string, string | object>>): Promise<void> {
  for (const [name, content] of Object.entries(all)) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, typeof content === "string" ? content : JSON.stringify(content));
  }
}

/** Runs `init`, and answers what it printed and wrote. */
async function init(...args: string[]) {
  const printed: string[] = [];
  const output: Output = { ...outputTo(process), print: (...lines) => void printed.push(...lines) };
  const file = join(folder, "emulator.json");
  await initCommand(output).parseAsync(["--output", file, ...args], { from: "user" });
  // What it writes is what the emulator takes.
  await readEmulatorConfig(file);
  return { printed: printed.join("\n"), document: JSON.parse(await readFile(file, "utf8")) };
}

const cdkFunction = (asset: string, more: object = {}) => ({
  Type: "AWS::Lambda::Function",
  Properties: { Handler: "index.handler", Runtime: "nodejs20.x", ...more },
  Metadata: { "aws:cdk:path": `Stack/${asset}/Resource`, "aws:asset:path": `asset.${asset}` },
});

describe("a CDK project", () => {
  const template = {
    Parameters: { Level: { Type: "String", Default: "INFO" } },
    Resources: {
      smaHandler1: cdkFunction("smaHandler", {
        Timeout: 60,
        Environment: {
          Variables: {
            TABLE: { Ref: "calls2" },
            BUCKET: { Ref: "wavs3" },
            LEVEL: { Ref: "Level" },
            NUMBER: { "Fn::GetAtt": ["phone4", "phoneNumber"] },
            URL: { "Fn::Join": ["", ["https://", { Ref: "AWS::Region" }, ".example"]] },
            SECRET: { "Fn::GetAtt": ["pool", "ProviderName"] },
          },
        },
      }),
      dial6: cdkFunction("dial", {
        Environment: { Variables: { SMA: { "Fn::GetAtt": ["sma5", "sipMediaAppId"] } } },
      }),
      provider7: cdkFunction("provider"),
      events8: cdkFunction("events"),
      calls2: {
        Type: "AWS::DynamoDB::Table",
        Metadata: { "aws:cdk:path": "Stack/calls/Resource" },
        Properties: {
          KeySchema: [
            { AttributeName: "id", KeyType: "HASH" },
            { AttributeName: "at", KeyType: "RANGE" },
          ],
          AttributeDefinitions: [
            { AttributeName: "id", AttributeType: "S" },
            { AttributeName: "at", AttributeType: "N" },
            { AttributeName: "from", AttributeType: "S" },
          ],
          GlobalSecondaryIndexes: [
            { IndexName: "by-from", KeySchema: [{ AttributeName: "from", KeyType: "HASH" }] },
          ],
        },
      },
      wavs3: { Type: "AWS::S3::Bucket", Metadata: { "aws:cdk:path": "Stack/Wavs/Resource" } },
      deploy: {
        Type: "Custom::CDKBucketDeployment",
        Properties: {
          DestinationBucketName: { Ref: "wavs3" },
          SourceObjectKeys: ["wavfiles.zip"],
        },
      },
      phone4: custom("PhoneNumber", { phoneProductType: "SMA" }),
      sma5: custom("SMA", { endpoint: { "Fn::GetAtt": ["smaHandler1", "Arn"] } }),
      rule: custom("SMARule", {
        triggerValue: { "Fn::GetAtt": ["phone4", "phoneNumber"] },
        targetApplications: [
          { sipMediaApplicationId: { "Fn::GetAtt": ["sma5", "sipMediaAppId"] } },
        ],
      }),
      meetings: {
        Type: "AWS::Events::Rule",
        Properties: {
          EventPattern: { source: ["aws.chime"] },
          Targets: [{ Arn: { "Fn::GetAtt": ["events8", "Arn"] } }],
        },
      },
      queue: { Type: "AWS::SQS::Queue" },
    },
  };

  function custom(resourceType: string, properties: object) {
    const ServiceToken = { "Fn::GetAtt": ["provider7", "Arn"] };
    return {
      Type: "Custom::PSTNResources",
      Properties: { ServiceToken, resourceType, properties },
    };
  }

  const project = {
    "cdk.out/Stack.template.json": template,
    "cdk.out/asset.smaHandler/index.js": handler,
    "cdk.out/asset.dial/index.js": otherHandler,
    "cdk.out/asset.events/index.js": otherHandler,
    "cdk.out/asset.wavfiles/welcome.wav": "RIFF",
    "lambda/sma/index.js": handler,
  };

  test("its application, number, rule, tables, buckets and other functions are there", async () => {
    await files(project);
    const { document } = await init();
    expect(document).toMatchObject({
      phoneNumbers: ["+12065550100"],
      sipRules: [{ toPhoneNumber: "+12065550100", sipMediaApplications: ["smaHandler"] }],
      sipMediaApplications: [
        {
          id: "smaHandler",
          lambda: {
            file: "./lambda/sma",
            handler: "index.handler",
            timeoutSeconds: 60,
            environment: {
              TABLE: "calls",
              BUCKET: "wavs",
              LEVEL: "INFO",
              NUMBER: "+12065550100",
              URL: "https://us-east-1.example",
              SECRET: "",
            },
          },
        },
      ],
      functions: {
        dial: { file: "./cdk.out/asset.dial", environment: { SMA: "smaHandler" } },
        events: {},
      },
      meetingEvents: ["events"],
      tables: [
        {
          name: "calls",
          partitionKey: "id",
          sortKey: { name: "at", type: "N" },
          indexes: [{ name: "by-from", partitionKey: "from" }],
        },
      ],
    });
    expect(Object.keys(document.functions)).toEqual(["dial", "events"]);
    expect(await readFile(join(folder, "s3/wavs/welcome.wav"), "utf8")).toBe("RIFF");
  });

  test("what could not be mapped is listed", async () => {
    await files(project);
    const { printed } = await init();
    expect(printed).toContain('- smaHandler: SECRET: {"Fn::GetAtt":["pool","ProviderName"]}');
    expect(printed).toContain("AWS_ENDPOINT_URL_SQS");
    expect(printed).toContain("Audio files copied to s3/<bucket>/: 1.");
  });

  test("an emulator.json that is there stays, unless forced", async () => {
    await files({ ...project, "emulator.json": "mine" });
    await expect(init()).rejects.toThrow("is there already; --force writes over it.");
    expect(await readFile(join(folder, "emulator.json"), "utf8")).toBe("mine");
    const { document } = await init("--force");
    expect(document.sipMediaApplications).toHaveLength(1);
  });

  test("values that another stack exports, or hands to a nested one, are found", async () => {
    const exports = {
      Resources: {
        t: { Type: "AWS::DynamoDB::Table", Properties: { TableName: "shared", ...keys } },
      },
      Outputs: { o: { Value: { Ref: "t" }, Export: { Name: "the-table" } } },
    };
    const nested = {
      Parameters: { Handed: { Type: "String" } },
      Resources: {
        f: cdkFunction("f", { Environment: { Variables: { HANDED: { Ref: "Handed" } } } }),
      },
    };
    const parent = {
      Resources: {
        n: {
          Type: "AWS::CloudFormation::Stack",
          Properties: { Parameters: { Handed: { "Fn::ImportValue": "the-table" } } },
          Metadata: { "aws:asset:path": "N.nested.template.json" },
        },
      },
    };
    await files({
      "cdk.out/A.template.json": exports,
      "cdk.out/N.nested.template.json": nested,
      "cdk.out/P.template.json": parent,
      "cdk.out/asset.f/index.js": handler,
    });
    const { document } = await init();
    expect(document.sipMediaApplications[0].lambda.environment).toEqual({ HANDED: "shared" });
    expect(document.tables).toEqual([{ name: "shared", partitionKey: "id" }]);
  });
});

describe("a CDK project whose bundles were not made", () => {
  const notBundled = (id: string, more: object = {}) => ({
    ...cdkFunction(id, { Handler: "index.onCall", ...more }),
    Metadata: { "aws:cdk:path": `Stack/calls/${id}/Resource`, "aws:asset:path": "/elsewhere" },
  });
  const cases: readonly (readonly [how: string, text: string, file: string])[] = [
    ["from the root", "{ entry: 'lambda/a.ts', handler: 'onCall' }", "lambda/a.ts"],
    ["from its own file", "{\n  entry: `$" + "{__dirname}/../lambda/a.ts`,\n}", "lambda/a.ts"],
    [
      "in parts",
      '{\n  entry: path.join(\n    __dirname, "..", "lambda",\n    "a.ts",\n  ),\n  handler: "onCall",\n}',
      "lambda/a.ts",
    ],
    ["not at all", "{ memorySize: 256 }", "lib/stack.sma.ts"],
  ];

  test.each(cases)("has the entry that its code says %s", async (_how, properties, file) => {
    const others = `new NodejsFunction(this, "other", { entry: "lambda/other.ts" });`;
    await files({
      "cdk.out/Stack.template.json": {
        Resources: { f: notBundled("sma"), o: notBundled("other") },
      },
      "lib/stack.ts": `${others} new lambda.NodejsFunction(scope, 'sma', ${properties});\n${others}`,
      [file]: "export const onCall = async (event) => event.InvocationEventType;",
      "lambda/other.ts": "export const onCall = async () => {};",
    });
    const { document, printed } = await init();
    expect(document.sipMediaApplications).toEqual([
      { id: "sma", lambda: { file: `./${file}`, handler: "onCall" } },
    ]);
    expect(document.functions).toEqual({
      other: { file: "./lambda/other.ts", handler: "onCall" },
    });
    expect(printed).not.toContain("Not mapped");
  });

  test("two that could be meant are not guessed at", async () => {
    const code = (file: string) => `new NodejsFunction(this, "sma", { entry: "${file}" });`;
    await files({
      "cdk.out/Stack.template.json": { Resources: { f: notBundled("sma") } },
      "lib/stack.ts": code("lambda/a.ts") + code("lambda/b.ts"),
      "lambda/a.ts": "",
      "lambda/b.ts": "",
    });
    await expect(init()).rejects.toThrow("No SIP media application was found");
  });
});

test("a rule for the host of a Voice Connector is a number here, and that is said", async () => {
  const rule = {
    Type: "Custom::SipRule",
    Properties: {
      triggerValue: "abc.voiceconnector.chime.aws",
      targetApplications: [{ sipMediaApplicationId: "f" }],
    },
  };
  await files({
    "cdk.out/Stack.template.json": { Resources: { f: cdkFunction("f"), rule } },
    "cdk.out/asset.f/index.js": handler,
  });
  const { document, printed } = await init();
  expect(document.sipRules).toEqual([
    { toPhoneNumber: "+12065550150", sipMediaApplications: ["f"] },
  ]);
  expect(printed).toContain("- f: calls to the host abc.voiceconnector.chime.aws are");
});

test("a bot of the template has IDs of the form that Lex gives", async () => {
  const Variables = {
    BOT: { "Fn::GetAtt": ["bot", "Id"] },
    ALIAS: { "Fn::GetAtt": ["alias", "BotAliasId"] },
    ARN: { "Fn::GetAtt": ["alias", "Arn"] },
  };
  await files({
    "cdk.out/Stack.template.json": {
      Resources: {
        f: cdkFunction("f", { Environment: { Variables } }),
        bot: { Type: "AWS::Lex::Bot", Properties: {} },
        alias: { Type: "AWS::Lex::BotAlias", Properties: {} },
      },
    },
    "cdk.out/asset.f/index.js": handler,
  });
  const { document } = await init();
  expect(document.sipMediaApplications[0].lambda.environment).toEqual({
    BOT: "LOCALBOT00",
    ALIAS: "TSTALIASID",
    ARN: "arn:aws:lex:us-east-1:123456789012:bot-alias/LOCALBOT00/TSTALIASID",
  });
});

const keys = {
  KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
};

const sam = `
AWSTemplateFormatVersion: "2010-09-09"
Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: { Type: String, Default: prod }
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
Mappings:
  Desks: { prod: { number: "+12065550111" } }
Globals:
  Function:
    Runtime: python3.12
    Timeout: 5
    Environment: { Variables: { STAGE: !Ref Stage } }
Resources:
  Sma:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.lambda_handler
      Environment:
        Variables:
          TABLE: !Ref Calls
          ARN: !GetAtt Calls.Arn
          NAME: !Sub "\${AWS::StackName}-\${Stage}"
          WITH: !Sub ["\${A}!", { A: !Ref Stage }]
          DESK: !FindInMap [Desks, !Ref Stage, number]
          MODE: !If [IsProd, live, test]
          NOT: !If [IsTest, live, test]
          PART: !Select [1, !Split ["-", "a-b"]]
          HOST: !GetAtt Other.Host
  Calls:
    Type: AWS::Serverless::SimpleTable
    Properties: { PrimaryKey: { Name: phone, Type: String } }
  SmaInvoke:
    Type: AWS::Lambda::Permission
    Properties: { Principal: voiceconnector.chime.amazonaws.com, FunctionName: !Ref Sma, Action: lambda:InvokeFunction }
`;

test("a SAM template: globals, short forms, conditions, mappings", async () => {
  await files({ "template.yaml": sam, "src/app.py": "def lambda_handler(event, context): pass" });
  const { document, printed } = await init();
  expect(document.sipMediaApplications).toEqual([
    {
      id: "Sma",
      lambda: {
        file: "./src",
        handler: "app.lambda_handler",
        timeoutSeconds: 5,
        environment: {
          STAGE: "prod",
          TABLE: "Calls",
          ARN: "arn:aws:dynamodb:us-east-1:123456789012:table/Calls",
          NAME: "local-prod",
          WITH: "prod!",
          DESK: "+12065550111",
          MODE: "live",
          NOT: "",
          PART: "b",
          HOST: "",
        },
      },
    },
  ]);
  expect(document.tables).toEqual([{ name: "Calls", partitionKey: "phone" }]);
  expect(printed).toContain('- Sma: HOST: {"Fn::GetAtt":["Other","Host"]}');
});

test("without a template the handlers that read call events are found, in JavaScript, TypeScript and Python", async () => {
  await files({
    "lambdas/reception/src/index.ts":
      "export const handler = async (event: { InvocationEventType: string }) => process.env.DESK_NUMBER + event.InvocationEventType;",
    "night/lambda_function.py":
      "import os\nB = os.environ['WAV_BUCKET']\ndef new_call_handler(call): pass\ndef lambda_handler(event, context):\n  return event['InvocationEventType']",
    "night/test_lambda_function.py": "InvocationEventType",
    "node_modules/x/index.js": handler,
    "wav_files/hello.wav": "RIFF",
  });
  const { document, printed } = await init();
  expect(document.sipMediaApplications).toEqual([
    {
      id: "night",
      lambda: {
        file: "./night/lambda_function.py",
        handler: "lambda_handler",
        environment: { WAV_BUCKET: "prompts" },
      },
    },
    {
      id: "reception",
      lambda: {
        file: "./lambdas/reception/src/index.ts",
        handler: "handler",
        environment: { DESK_NUMBER: "+12065550190" },
      },
    },
  ]);
  expect(printed).toContain("from the sources: no template was found");
  // One may call the other.
  expect(document.carriers).toEqual({
    "+12065550150": "sip:127.0.0.1:5060",
    "+12065550151": "sip:127.0.0.1:5060",
    default: "sip:127.0.0.1:5080",
  });
  expect(await readFile(join(folder, "s3/prompts/hello.wav"), "utf8")).toBe("RIFF");
});

test("without a template a handler is found by what it imports, with what its variables want", async () => {
  await files({
    "src/index.mjs": `
      import { answer } from "./calls/answer.mjs";
      const { BOT_ARN, FROM_NUMBER: from = "" } = process.env;
      export const handler = (event) => answer(event, BOT_ARN, from);`,
    "src/calls/answer.mjs":
      "export const answer = (event) => [event.InvocationEventType, 'StartBotConversation', 'FallbackIntent', 'BookIntent'];",
    "other/index.mjs": "export const handler = () => process.env.OTHER;",
  });
  const { document, printed } = await init();
  expect(document.sipMediaApplications).toMatchObject([
    {
      lambda: {
        file: "./src/index.mjs",
        environment: {
          BOT_ARN: "arn:aws:lex:us-east-1:123456789012:bot-alias/LOCALBOT00/TSTALIASID",
          FROM_NUMBER: document.phoneNumbers[0],
        },
      },
    },
  ]);
  expect(document.bots).toEqual({ default: { intent: "BookIntent" } });
  expect(printed).toContain('every conversation with a bot comes to "BookIntent" now');
});

test.each([
  ["os.getenv('WAV_BUCKET', None)", { WAV_BUCKET: "prompts" }],
  ["os.environ.get('WAV_BUCKET')", { WAV_BUCKET: "prompts" }],
  ["os.environ.get('DIAL_NUMBER', False)", {}],
  ["os.getenv('LOG_LEVEL', 'INFO')", {}],
])("what Python reads by %s", async (read, environment) => {
  const lambda = `import os\nX = ${read}\ndef handler(event, context):\n  return event['InvocationEventType']`;
  await files({ "index.py": lambda });
  const { document } = await init();
  expect(document.sipMediaApplications[0].lambda.environment).toEqual(environment);
});

test("a project without a SIP media application says what was looked for", async () => {
  await files({ "cdk.json": {}, "index.js": otherHandler });
  await expect(init()).rejects.toThrow(/neither a template.*npx cdk synth/);
});

test("a template that is no YAML says where", async () => {
  await files({ "template.yaml": "Resources: [" });
  await expect(init()).rejects.toThrow(/template\.yaml cannot be read: .*line 1/);
});
