import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { pack } from "./pack.ts";
import { run } from "./run.ts";
import { TeamProject } from "./team-project.ts";

const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
const project = new TeamProject(join(folder, "team"), "module");
afterAll(() => rmSync(folder, { recursive: true }));

const runtimes = ["node20@npm:node@20", "node22@npm:node@22", "node24@npm:node@24", "bun", "deno"];
const bundlers = ["esbuild", "rollup", "@rollup/plugin-node-resolve", "vite"];

beforeAll(async () => {
  await project.install([...(await pack(folder)), ...runtimes, ...bundlers]);
  await project.compile();
});

test.each([
  ["Node 20", ["node_modules/node20/bin/node"]],
  ["Node 22", ["node_modules/node22/bin/node"]],
  ["Node 24", ["node_modules/node24/bin/node"]],
  ["Bun", ["node_modules/.bin/bun"]],
  ["Deno", ["node_modules/.bin/deno", "run", "--allow-all"]],
])(
  "every entry of the package that holds the context runs in %s",
  async (_, [command = "", ...args]) => {
    const printed = await run(project.folder, command, ...args, "dist/everywhere.js");
    expect(JSON.parse(printed)).toEqual({
      status: "claimed",
      isKnownStatus: true,
      comesBack: true,
      number: "+16073331111",
    });
  },
);

/** Kilobytes that a page may grow by: not all of these make it as small as they can. */
const mostBytes = 8 * 1024;

test.each([
  [
    "esbuild",
    ["dist/in-a-page.js", "--bundle", "--format=esm", "--platform=browser"],
    "esbuild.js",
  ],
  ["rollup", ["dist/in-a-page.js", "-p", "@rollup/plugin-node-resolve"], "rollup.js"],
  ["vite", ["build", "--config", "vite.config.mjs"], "vite/page.js"],
])("%s bundles the header's codec for a page, without the AWS SDK", async (bundler, args, file) => {
  const output = { esbuild: [`--outfile=${file}`], rollup: ["-o", file] }[bundler] ?? [];
  project.write("vite.config.mjs", viteConfig);
  await run(project.folder, `node_modules/.bin/${bundler}`, ...args, ...output);
  const bundle = readFileSync(join(project.folder, file), "utf8");
  expect(bundle.length).toBeLessThan(mostBytes);
  expect(bundle).not.toMatch(/from ["'](?:@aws-sdk|node:)|require\(/);
  project.write("run.mjs", `await import("./${file}"); console.log(JSON.stringify(answer));`);
  expect(JSON.parse(await project.node("run.mjs"))).toEqual(["d", "created"]);
});

const viteConfig = `export default {
  logLevel: "error",
  build: {
    outDir: "vite",
    lib: { entry: "dist/in-a-page.js", formats: ["es"], fileName: () => "page.js" },
  },
};`;

test("TypeScript finds the types as bundlers look for them", async () => {
  await project.compile("--module", "esnext", "--moduleResolution", "bundler", "--noEmit");
});
