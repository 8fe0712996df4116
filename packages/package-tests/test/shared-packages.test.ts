import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pack } from "./pack.ts";
import { run } from "./run.ts";
import { TeamProject } from "./team-project.ts";

const folder = mkdtempSync(join(tmpdir(), "team-project-"));
let tarballs: string[];

beforeAll(async () => {
  tarballs = await pack(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a tarball holds what was built, a README, the changes and the licence, and nothing else", async () => {
  for (const tarball of tarballs) {
    const files = (await run(folder, "tar", "-tzf", tarball)).trim().split("\n");
    const beside = files.filter((file) => !file.startsWith("package/dist/"));
    expect(beside.sort()).toEqual([
      "package/CHANGELOG.md",
      "package/LICENSE",
      "package/README.md",
      "package/package.json",
    ]);
    expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  }
});

describe.each(["module", "commonjs"] as const)("a team's project of type %s", (type) => {
  let project: TeamProject;

  beforeAll(async () => {
    project = new TeamProject(join(folder, type), type);
    await project.install(tarballs);
    await project.compile();
  });

  test("runs a call with the shared packages", async () => {
    expect(JSON.parse(await project.node("dist/call.js"))).toEqual({
      callerName: "Maria Silva",
      reason: "billing",
      ofAReplay: "call-context.already-claimed",
      ofAnAnswer: [],
      ofNoAnswer: ["Response is blank or null"],
    });
  });

  test("proves a store with the conformance suite, in node:test", async () => {
    const report = await project.node("--test", "--test-reporter=tap", "dist/conformance.js");
    expect(report).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(report)?.[1])).toBeGreaterThan(20);
  });
});
