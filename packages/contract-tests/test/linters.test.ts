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

test.each(["redocly", "spectral"])("%s finds nothing in the OpenAPI document", async (linter) => {
  const document = await download(api, "/openapi.json", folder);
  const program = join(__dirname, `../src/lint-with-${linter}.mjs`);
  expect(await run(process.execPath, [program, document])).toBe("");
});
