import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { ApiUnderTest } from "../src/api-under-test.ts";
import { download } from "../src/documents.ts";
import { run } from "../src/run.ts";

let api: ApiUnderTest;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "contract-"));
  api = await ApiUnderTest.start();
});
afterAll(async () => {
  await api?.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ["redocly", "/openapi.json"],
  ["spectral", "/openapi.json"],
  ["asyncapi", "/asyncapi.json"],
])("%s finds nothing in %s", async (linter, path) => {
  const document = await download(api, path, folder);
  const program = join(__dirname, `../src/lint-with-${linter}.mjs`);
  expect(await run(process.execPath, [program, document])).toBe("");
});
