import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "@jest/globals";
import { openFiledRoutes } from "@skill-call/call-routing";
import { documentDigest } from "@skill-call/live-routes";

const command = fileURLToPath(new URL("../../dist/routes.mjs", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "routes-"));
afterAll(() => rmSync(folder, { recursive: true }));

function routes(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], {
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

function written(name: string, document: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(document));
  return path;
}

const otherwise = [{ type: "pstn", number: "+12045550199" }];

test("a document is printed as it can be opened without reading its rules", () => {
  const { status, stdout } = routes(written("routes.json", { rules: [], otherwise }));
  expect(status).toBe(0);
  const table = openFiledRoutes(stdout, { serves: () => true, digest: documentDigest });
  expect(table?.route(undefined).destinations).toEqual(otherwise);
});

test("every mistake in it is said, and nothing is printed", () => {
  const bad = written("bad.json", { rules: [{ when: null, to: [] }], otherwise });
  const { status, stdout, stderr } = routes(bad);
  expect([status, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/rules\[0\]\.when: .*\n.*rules\[0\]\.to: /);
});

test("without a document, and without one that can be read, it says so", () => {
  expect(routes()).toMatchObject({ status: 2, stderr: expect.stringContaining("routes.json") });
  const { status, stderr } = routes("/nowhere/routes.json");
  expect([status, stderr]).toEqual([1, expect.stringContaining("cannot be read")]);
});
