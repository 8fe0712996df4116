import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pack } from "./pack.ts";
import { run } from "./run.ts";
import { TeamProject } from "./team-project.ts";

const folder = mkdtempSync(join(tmpdir(), "team-project-"));
const types = ["module", "commonjs"] as const;
const projects = Object.fromEntries(
  types.map((type) => [type, new TeamProject(join(folder, type), type)]),
);
let tarballs: string[];

beforeAll(async () => {
  tarballs = await pack(folder);
  await Promise.all(
    Object.values(projects).map(async (project) => {
      await project.install(tarballs);
      await project.compile();
    }),
  );
});
afterAll(() => rmSync(folder, { recursive: true }));

test("a tarball holds what was built, a README, the changes and the licence, and nothing else", async () => {
  for (const tarball of tarballs) {
    const files = (await run(folder, "tar", "-tzf", tarball)).trim().split("\n");
    const beside = files.filter((file) => !/^package\/(dist|schema)\//.test(file));
    expect(beside.sort()).toEqual([
      "package/CHANGELOG.md",
      "package/LICENSE",
      "package/README.md",
      "package/package.json",
    ]);
    expect(files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(file))).toEqual([]);
  }
});

test.each(Object.entries(projects))(
  "a project of type %s runs a call with the shared packages",
  async (_, project) => {
    expect(JSON.parse(await project.node("dist/call.js"))).toEqual({
      callerName: "Maria Silva",
      reason: "billing",
      destinations: [{ type: "pstn", number: "+12045550101" }],
      ofNoRoutes: ["rules", "otherwise"],
      ofAReplay: "call-context.already-claimed",
      ofAnAnswer: [],
      ofNoAnswer: ["Response is blank or null"],
    });
  },
);

test.each(Object.entries(projects))(
  "a project of type %s reads a call form, and has its model and its schema",
  async (_, project) => {
    expect(JSON.parse(await project.node("dist/form.js"))).toEqual({
      invocationName: "oak clinic",
      ofAnotherReason: expect.stringContaining("reason.id"),
      ofNoWords: [{ document: "words/en-US.json", pointer: "", problem: "is missing" }],
    });
  },
);

test.each(Object.entries(projects))(
  "a project of type %s builds and checks a contact flow",
  async (_, project) => {
    expect(JSON.parse(await project.node("dist/flow.js"))).toEqual({
      ofAFlow: [],
      ofAnExport: ["StartAction"],
      answer: { greeting: "Hello", number: "none" },
    });
  },
);

test.each(Object.entries(projects))(
  "a project of type %s proves a store with the conformance suite, in node:test",
  async (_, project) => {
    const report = await project.node("--test", "--test-reporter=tap", "dist/conformance.js");
    expect(report).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(report)?.[1])).toBeGreaterThan(20);
  },
);
