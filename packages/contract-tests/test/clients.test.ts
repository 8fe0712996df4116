import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { ApiUnderTest } from "../src/api-under-test.ts";
import { download } from "../src/documents.ts";
import { run } from "../src/run.ts";

const room = join(__dirname, "..");
const { resolve } = createRequire(`${room}/package.json`);
const tsc = resolve("typescript/bin/tsc");

let api: ApiUnderTest;
let environment: Readonly<Record<string, string>>;
let folder: string;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  const TOKEN = await api.provider.machineToken("call-context:read call-context:write");
  environment = { API: api.url, TOKEN };
});
afterAll(() => api?.close());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "client-"));
  symlinkSync(join(room, "node_modules"), join(folder, "node_modules"));
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  mkdirSync(join(folder, "generated"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A project as another team has it: the generated files and a program over them, type-checked and run. */
async function buildAndRun(client: string) {
  cpSync(join(room, "clients", client), join(folder, client));
  const strict = {
    compilerOptions: {
      module: "nodenext",
      target: "es2022",
      strict: true,
      skipLibCheck: true,
      outDir: "out",
      rootDir: ".",
      types: ["node"],
      lib: ["es2022", "dom", "dom.iterable", "esnext.asynciterable"],
    },
    include: [client, "generated"],
  };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(strict));
  await run(process.execPath, [tsc, "--project", folder]);
  return told(process.execPath, join(folder, "out", client.replace(".ts", ".js")));
}

async function told(program: string, file: string) {
  const env = { ...environment, CONTEXT_ID: await api.call() };
  return JSON.parse(await run(program, [file], { env }));
}

const noted = { callerName: "Maria Silva", id: "note-1", text: "Calls about billing" };

test("types that openapi-typescript generates are enough for a client", async () => {
  const document = await download(api, "/openapi.json", folder);
  const generator = resolve("openapi-typescript/package.json").replace(
    "package.json",
    "bin/cli.js",
  );
  await run(process.execPath, [generator, document, "-o", join(folder, "generated/schema.d.ts")]);
  expect(await buildAndRun("openapi-typescript.ts")).toEqual({ ...noted, status: "claimed" });
});

test("the client that hey-api generates has types for every answer, and follows a call", async () => {
  const document = await download(api, "/openapi.json", folder);
  const generator = resolve("@hey-api/openapi-ts/package.json").replace(
    "package.json",
    "bin/run.js",
  );
  const output = join(folder, "generated");
  await run(process.execPath, [generator, "--input", document, "--output", output, "--silent"]);
  expect(await buildAndRun("hey-api.ts")).toEqual({
    ...noted,
    status: "claimed",
    problem: "context-api.not-found",
    entries: 3,
  });
});

test("Python's own library is enough for a client", async () => {
  expect(await told("python3", join(room, "clients/context_api.py"))).toEqual({
    ...noted,
    status: "ended",
    problem: "context-api.not-found",
    entries: 4,
    eventsAfterTheEnd: 0,
  });
});
