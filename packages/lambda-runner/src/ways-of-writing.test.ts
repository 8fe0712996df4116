import { execFileSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { type BuiltLambdaOptions, createBuiltLambda } from "./built-lambda.ts";
import type { LambdaFunction } from "./lambda-function.ts";

let folder: string;
let started: LambdaFunction[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "ways-of-writing-"));
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((lambda) => lambda.close()));
  await rm(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

async function lambdaOf(files: Files, options: Partial<BuiltLambdaOptions> = {}) {
  await write(files);
  const file = join(folder, options.file ?? Object.keys(files)[0] ?? "");
  // Python and the AWS SDK take their time to start on a busy machine.
  const lambda = createBuiltLambda({ name: "guest", timesSlower: 10, ...options, file });
  started.push(lambda);
  return lambda;
}

async function write(files: Files): Promise<void> {
  for (const [name, source] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), source);
  }
}

const answered = (payload: unknown) => expect.objectContaining({ outcome: "answered", payload });
const failed = (errorType: string, text: string) =>
  expect.objectContaining({
    outcome: "failed",
    errorType,
    message: expect.stringContaining(text),
  });

describe("what a handler up to nodejs22.x may do to answer", () => {
  test.each([
    ["call back", "exports.handler = (event, context, callback) => callback(null, 1);", 1],
    [
      "call back later",
      "exports.handler = (event, context, callback) => { setTimeout(() => callback(null, 2), 1); };",
      2,
    ],
    ["return a promise", "exports.handler = async () => 3;", 3],
    [
      "return a promise although it takes a callback",
      "exports.handler = async (event, context, callback) => 4;",
      4,
    ],
    ["say context.succeed", "exports.handler = (event, context) => context.succeed(5);", 5],
    ["say context.done", "exports.handler = (event, context) => context.done(null, 6);", 6],
    ["return a value, which is lost", "exports.handler = () => 7;", null],
    ["say nothing at all", "exports.handler = (event, context, callback) => {};", null],
  ])("%s", async (_what, source, payload) => {
    const lambda = await lambdaOf({ "index.js": source });
    expect(await lambda.invoke({})).toEqual(answered(payload));
    expect(await lambda.invoke({})).toEqual(answered(payload));
  });

  test.each([
    ["call back", "exports.handler = (event, context, callback) => callback(new RangeError('x'));"],
    [
      "say context.fail",
      "exports.handler = (event, context) => context.fail(new RangeError('x'));",
    ],
    ["throw", "exports.handler = (event, context, callback) => { throw new RangeError('x'); };"],
  ])("%s with an error", async (_what, source) => {
    expect(await (await lambdaOf({ "index.js": source })).invoke({})).toEqual(
      failed("RangeError", "x"),
    );
  });

  test.each([
    ["a callback handler", "Make the handler async"],
    ["ask-sdk's .lambda()", "skill.invoke(event, context)"],
    ["the runtime that takes it", '"runtime": "nodejs22.x"'],
  ])("nodejs24.x refuses a callback, and names the way out for %s", async (_what, way) => {
    const source = "exports.handler = (event, context, callback) => callback(null, 1);";
    const lambda = await lambdaOf({ "index.js": source }, { runtime: "nodejs24.x" });
    expect(await lambda.invoke({})).toEqual(failed("Runtime.CallbackHandlerDeprecated", way));
  });

  test("nodejs24.x takes what a handler returns", async () => {
    const lambda = await lambdaOf(
      { "index.js": "exports.handler = () => 7;" },
      { runtime: "nodejs24.x" },
    );
    expect(await lambda.invoke({})).toEqual(answered(7));
  });
});

describe("a handler is found by the name that its template has", () => {
  const source = "exports.handler = exports.main = async () => __filename.split(/[\\\\/]/).pop();";
  const nested = "exports.calls = { inbound: async () => 'nested' };";

  test.each([
    ["index.js", "index.js", "index.handler"],
    ["index.js", "index.js", "main"],
    ["src/app.cjs", "src/app.cjs", "src/app.main"],
    ["lib/index.js", "lib", "index.handler"],
    ["lib/index.js", ".", "lib/index.handler"],
    ["lib/index.js", "lib", "handler"],
    ["app.cjs", ".", "app.handler"],
  ])("%s, given as %s and %s", async (written, file, handler) => {
    const lambda = await lambdaOf({ [written]: source }, { file, handler });
    expect(await lambda.invoke({})).toEqual(answered(written.split("/").pop()));
  });

  test("within an exported object", async () => {
    const lambda = await lambdaOf({ "index.js": nested }, { handler: "index.calls.inbound" });
    expect(await lambda.invoke({})).toEqual(answered("nested"));
  });

  test("or is said to be missing, by that name", async () => {
    const lambda = await lambdaOf({ "app.js": source }, { handler: "app.other" });
    expect(await lambda.warm()).toEqual({
      errorType: "Runtime.HandlerNotFound",
      message: "app.other is undefined or not exported",
    });
  });
});

describe("TypeScript is compiled on the fly", () => {
  const source = `
    import { twice } from "./twice";
    import type { Unknown } from "not-a-package-that-exists";
    export const handler = async (event: { n: number }): Promise<number> => twice(event.n);`;
  const twice = { "twice.ts": "export const twice = (n: number) => n * 2;" };

  test.each([
    ["as CommonJS", { "index.ts": source, ...twice }],
    ["as an ES module", { "index.ts": source, ...twice, "package.json": '{"type":"module"}' }],
    ["as .mts", { "index.mts": source, ...twice }],
    ["with await at the top", { "index.mts": `await null;${source}`, ...twice }],
  ])("%s", async (_what, files) => {
    expect(await (await lambdaOf(files)).invoke({ n: 21 })).toEqual(answered(42));
  });

  test("from a template's name", async () => {
    const files = { "src/index.ts": source, "src/twice.ts": twice["twice.ts"] };
    const lambda = await lambdaOf(files, { file: "src", handler: "index.handler" });
    expect(await lambda.invoke({ n: 4 })).toEqual(answered(8));
  });

  test("and what cannot be compiled is said, with its place", async () => {
    const lambda = await lambdaOf({ "index.ts": "export const handler = async () => {" });
    const error = { errorType: "Runtime.UserCodeSyntaxError" };
    expect(await lambda.warm()).toMatchObject({
      ...error,
      message: expect.stringMatching(/index\.ts:1:\d+/),
    });
    await write({ "index.ts": "export const handler = async () => 'mended';" });
    expect(await lambda.invoke({})).toEqual(answered("mended"));
  });
});

test.each([
  ["index.js", "const sdk = require('@aws-sdk/client-x/lib'); exports.handler = async () => sdk;"],
  ["index.mjs", "import sdk from '@aws-sdk/client-x'; export const handler = async () => sdk;"],
  ["index.ts", "import sdk from '@aws-sdk/client-x'; export const handler = async () => sdk;"],
])("a package that is not installed is said with the way to it: %s", async (name, source) => {
  const error = await (await lambdaOf({ [name]: source })).warm();
  expect(error).toMatchObject({
    errorType: "Runtime.ImportModuleError",
    message: expect.stringContaining("npm install --no-save @aws-sdk/client-x"),
  });
});

test("a package that TypeScript names for its types alone need not be there", async () => {
  const source = `import { Thing } from "only-types"; import type { Other } from "more-types";
    export const handler = async (event: Thing & Other) => "well";`;
  expect(await (await lambdaOf({ "index.ts": source })).invoke({})).toEqual(answered("well"));
});

test("a package that is for import alone is compiled in", async () => {
  const lambda = await lambdaOf({
    "index.ts": `import { word } from "modern"; export const handler = async () => word;`,
    "node_modules/modern/package.json": `{ "name": "modern", "type": "module", "exports": { "import": "./index.js" } }`,
    "node_modules/modern/index.js": `export const word = "modern";`,
  });
  expect(await lambda.invoke({})).toEqual(answered("modern"));
});

test("version 2 of the AWS SDK is pointed at the emulated services", async () => {
  const lambda = await lambdaOf(
    {
      "index.js": `const AWS = require("aws-sdk"); exports.handler = async () => AWS.config;`,
      "node_modules/aws-sdk/index.js": `module.exports = require("./global");`,
      "node_modules/aws-sdk/global.js": `exports.config = { region: "us-east-1" };`,
    },
    { environment: { AWS_ENDPOINT_URL_CHIME_SDK_VOICE: "http://127.0.0.1:1" } },
  );
  expect(await lambda.invoke({})).toEqual(
    answered({ region: "us-east-1", chimesdkvoice: { endpoint: "http://127.0.0.1:1" } }),
  );
});

describe("an endpoint of AWS that the Lambda names itself", () => {
  const asks = (request: string) =>
    `(resolve, reject) => ${request}((response) => {
      let text = ""; response.on("data", (chunk) => (text += chunk)).on("end", () => resolve(text));
    }).on("error", reject).end()`;
  const options = (host: string, path: string) =>
    `{ host: "${host}", path: "${path}", headers: {} }`;
  const request = (host: string, path = "/x") =>
    asks(`((on) => https.request(${options(host, path)}, on))`);
  const url = (of: string) =>
    asks(`((on) => https.request(new URL("${of}"), { method: "POST" }, on))`);

  test.each([
    ["CHIME", "/meetings", request("service.chime.aws.amazon.com", "/console/meetings")],
    ["CHIME", "/meetings?a=b", url("https://service.chime.aws.amazon.com/meetings?a=b")],
    ["CHIME_SDK_VOICE", "/x", request("voice-chime.us-east-1.amazonaws.com")],
    ["CHIME_SDK_MEETINGS", "/x", request("meetings-chime.eu-central-1.amazonaws.com")],
    ["DYNAMODB", "/x", request("dynamodb.us-west-2.amazonaws.com")],
    ["LAMBDA", "/y", asks("((on) => https.get('https://lambda.us-east-1.amazonaws.com/y', on))")],
  ])("is the one that stands for it here: %s, %s", async (service, path, asking) => {
    const server = createServer((incoming, outgoing) => outgoing.end(incoming.url)).listen(
      0,
      "127.0.0.1",
    );
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const lambda = await lambdaOf(
      {
        "index.mjs": `import https from "node:https"; export const handler = () => new Promise(${asking});`,
      },
      { environment: { [`AWS_ENDPOINT_URL_${service}`]: `http://127.0.0.1:${port}` } },
    );
    expect(await lambda.invoke({})).toEqual(answered(path));
    server.close();
  });
});

function hasPython(): boolean {
  try {
    execFileSync("python3", ["--version"]);
    return true;
  } catch {
    return false;
  }
}

const withPython = hasPython() ? test : test.skip;

test("python3 is there in CI", () => {
  expect(hasPython() || process.env.CI !== "true").toBe(true);
});

describe("Python", () => {
  withPython("answers, keeps its state warm, logs, and imports what is beside it", async () => {
    const lines: string[] = [];
    const lambda = await lambdaOf(
      {
        "lambda_function.py": `
import os, logging, helper
logging.getLogger().setLevel(logging.INFO)
count = 0
def lambda_handler(event, context):
    global count
    count += 1
    logging.getLogger().info("hears %s", event["word"])
    print("and prints")
    return {"count": count, "table": os.environ["TABLE"], "id": context.aws_request_id, "word": helper.loud(event["word"]), "left": context.get_remaining_time_in_millis() > 0}
`,
        "helper.py": "def loud(word):\n    return word.upper()\n",
      },
      {
        handler: "lambda_function.lambda_handler",
        environment: { TABLE: "calls" },
        newId: () => "request-1",
        log: ({ line }) => lines.push(line),
      },
    );
    await lambda.invoke({ word: "ü" });
    expect(await lambda.invoke({ word: "ü" })).toEqual(
      answered({ count: 2, table: "calls", id: "request-1", word: "Ü", left: true }),
    );
    await lambda.close();
    expect(lines).toEqual(expect.arrayContaining(["[INFO]\thears ü", "and prints"]));
  });

  withPython.each([
    ["an exception", "def handler(e, c):\n    raise ValueError('odd')\n", "ValueError", "odd"],
    [
      "an answer that is not JSON",
      "def handler(e, c):\n    return {1, 2}\n",
      "Runtime.MarshalError",
      "Unable to marshal response",
    ],
    [
      "a package that is not there",
      "import not_a_package\ndef handler(e, c):\n    pass\n",
      "Runtime.ImportModuleError",
      "pip install not_a_package",
    ],
    ["no Python at all", "def handler(:\n", "Runtime.UserCodeSyntaxError", "invalid syntax"],
    [
      "no such handler",
      "def other(e, c):\n    pass\n",
      "Runtime.HandlerNotFound",
      "Handler 'handler' missing on module 'index'",
    ],
    [
      "an exit",
      "import sys\ndef handler(e, c):\n    sys.exit(3)\n",
      "Runtime.ExitError",
      "status 3",
    ],
  ])("%s is told as Lambda tells it", async (_what, source, errorType, text) => {
    const lambda = await lambdaOf({ "index.py": source });
    expect(await lambda.invoke({})).toEqual(failed(errorType, text));
  });

  withPython("a call is put at the emulated services by an old boto3, too", async () => {
    const lambda = await lambdaOf(
      {
        "index.py": `
import botocore.session
def handler(event, context):
    return botocore.session.Session().create_client("chime-sdk-voice", **event)
`,
        "botocore/__init__.py": "",
        "botocore/model.py": "class ServiceId(str):\n    pass\n",
        "botocore/session.py": `
class Model:
    service_id = "Chime SDK Voice"
class Session:
    def get_service_model(self, name):
        return Model()
    def create_client(self, service_name, region_name=None, endpoint_url=None):
        return endpoint_url
`,
      },
      { environment: { AWS_ENDPOINT_URL_CHIME_SDK_VOICE: "http://127.0.0.1:2" } },
    );
    expect(await lambda.invoke({})).toEqual(answered("http://127.0.0.1:2"));
    const ofAws = { endpoint_url: "https://service.chime.aws.amazon.com" };
    expect(await lambda.invoke(ofAws)).toEqual(answered("http://127.0.0.1:2"));
    const own = { endpoint_url: "http://127.0.0.1:3" };
    expect(await lambda.invoke(own)).toEqual(answered("http://127.0.0.1:3"));
  });

  test("where there is none, that is what is said", async () => {
    const path = process.env.PATH;
    process.env.PATH = folder;
    const lambda = await lambdaOf({ "index.py": "" });
    const error = await lambda.warm();
    process.env.PATH = path;
    expect(error?.message).toContain("is Python, and there is no python3 on PATH");
  });
});

describe("a Lambda that may be changed while it runs", () => {
  test("is loaded anew for the next invocation, also from what it imports", async () => {
    const index = (word: string) =>
      `import { end } from "./end.ts"; export const handler = async () => "${word}" + end;`;
    const lambda = await lambdaOf(
      { "index.ts": index("first"), "end.ts": "export const end = '.';" },
      { reload: true },
    );
    expect(await lambda.invoke({})).toEqual(answered("first."));
    await write({ "end.ts": "export const end = '!';" });
    await answers(lambda, "first!");
    await write({ "index.ts": index("second") });
    await answers(lambda, "second!");
  });

  function answers(lambda: LambdaFunction, payload: string): Promise<void> {
    return until(async () => {
      const end = await lambda.invoke({});
      return end.outcome === "answered" && end.payload === payload;
    });
  }
});

describe("processes are bounded", () => {
  const source = `exports.handler = async ({ ms }) => { await new Promise((r) => setTimeout(r, ms)); return process.pid; };`;

  test("more invocations than processes wait for their turn", async () => {
    const lambda = await lambdaOf({ "index.js": source }, { concurrency: 2 });
    const ends = await Promise.all(Array.from({ length: 8 }, () => lambda.invoke({ ms: 20 })));
    expect(new Set(ends.map((end) => end.outcome === "answered" && end.payload)).size).toBe(2);
    expect(ends).toEqual(Array(8).fill(answered(expect.any(Number))));
  });

  test("one that was started ahead of time is the one that answers", async () => {
    const lambda = await lambdaOf({
      "index.js": "const born = process.pid; exports.handler = async () => born === process.pid;",
    });
    expect(await lambda.warm()).toBeUndefined();
    expect(await lambda.invoke({})).toEqual(answered(true));
  });
});
