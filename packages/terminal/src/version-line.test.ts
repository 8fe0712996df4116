import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { versionLine } from "./version-line.ts";

const machine = `Node ${process.versions.node}, ${process.platform} ${process.arch}`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "version-"));
  await writeFile(join(folder, "package.json"), '{"name":"a-package","version":"1.2.3"}');
  await mkdir(join(folder, "dist"));
});
afterAll(() => rm(folder, { recursive: true }));

const bundle = () => pathToFileURL(join(folder, "dist", "cli.mjs")).href;

test("without history it is the package's name and version, and the machine", () => {
  expect(versionLine(bundle())).toBe(`a-package 1.2.3, ${machine}`);
});

test("the commit that a bundle was built of stands beside it", async () => {
  await writeFile(join(folder, "dist", "commit.txt"), "7107a86b2\n");
  expect(versionLine(bundle())).toBe(`a-package 1.2.3 (7107a86b2), ${machine}`);
});

test("in a checkout it is the checkout's", () => {
  const line = versionLine(pathToFileURL(__filename).href);
  expect(line).toMatch(/^@skill-call\/terminal 0\.1\.0( \([0-9a-f]{9,}(-dirty)?\))?, Node /);
});
