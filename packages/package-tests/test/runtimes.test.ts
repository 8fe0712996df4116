import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { testWith } from "@skill-call/test-peers";
import { installPeer } from "./npm-peer.ts";
import { pack } from "./pack.ts";
import { run } from "./run.ts";
import { TeamProject } from "./team-project.ts";

const folder = mkdtempSync(join(tmpdir(), "runtimes-"));
const project = new TeamProject(join(folder, "team"), "module");
afterAll(() => rmSync(folder, { recursive: true }));

const nodes = [20, 22, 24].map((version) => ({
  name: `Node ${version}`,
  packages: [`node${version}@npm:node@${version}`],
  program: `node${version}/bin/node`,
  options: [],
}));
const runtimes = [
  ...nodes,
  { name: "Bun", packages: ["bun"], program: ".bin/bun", options: [] },
  { name: "Deno", packages: ["deno"], program: ".bin/deno", options: ["run", "--allow-all"] },
];

beforeAll(async () => {
  await project.install(await pack(folder));
  await project.compile();
});

for (const { options, ...runtime } of runtimes) {
  const peer = installPeer(project, runtime);
  testWith(peer)(
    `every entry of the package that holds the context runs in ${peer.name}`,
    async () => {
      const printed = await run(project.folder, peer.command, ...options, "dist/everywhere.js");
      expect(JSON.parse(printed)).toEqual({
        status: "claimed",
        isKnownStatus: true,
        comesBack: true,
        number: "+16073331111",
      });
    },
  );
}

/** What a page may grow by: not all of these make it as small as they can. */
const mostBytes = 8 * 1024;

const bundlers = [
  {
    name: "esbuild",
    packages: ["esbuild"],
    options: ["dist/in-a-page.js", "--bundle", "--format=esm", "--outfile=esbuild.js"],
    bundle: "esbuild.js",
  },
  {
    name: "Rollup",
    packages: ["rollup", "@rollup/plugin-node-resolve"],
    options: ["dist/in-a-page.js", "-p", "@rollup/plugin-node-resolve", "-o", "rollup.js"],
    bundle: "rollup.js",
  },
  {
    name: "Vite",
    packages: ["vite"],
    options: ["build", "--config", "vite.config.mjs"],
    bundle: "vite/page.js",
  },
];

for (const { name, packages, options, bundle } of bundlers) {
  const program = `.bin/${name.toLowerCase()}`;
  const peer = installPeer(project, { name, packages, program });
  testWith(peer)(`${name} bundles the header's codec for a page, without the AWS SDK`, async () => {
    project.write("vite.config.mjs", viteConfig);
    await run(project.folder, peer.command, ...options);
    const text = readFileSync(join(project.folder, bundle), "utf8");
    expect(text.length).toBeLessThan(mostBytes);
    expect(text).not.toMatch(/from ["'](?:@aws-sdk|node:)|require\(/);
    project.write("run.mjs", `await import("./${bundle}"); console.log(JSON.stringify(answer));`);
    expect(JSON.parse(await project.node("run.mjs"))).toEqual(["d", "created"]);
  });
}

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
