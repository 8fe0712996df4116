// Builds the publishable package it is run in: dist/esm and dist/cjs, each with declarations of its own.
import { spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const commonJs = {
  module: "commonjs",
  moduleResolution: "bundler",
  verbatimModuleSyntax: false,
};

await rm("dist", { recursive: true, force: true });
await build("dist/esm", "module", {});
await build("dist/cjs", "commonjs", commonJs);

async function build(folder, type, compilerOptions) {
  await mkdir(folder, { recursive: true });
  await compile(folder, compilerOptions);
  await nameDeclarations(folder);
  // The nearest package.json tells Node and TypeScript which of the two kinds a file is.
  await writeJson(join(folder, "package.json"), { type });
}

async function compile(folder, compilerOptions) {
  const project = join(folder, "tsconfig.json");
  await writeJson(project, {
    extends: "../../tsconfig.json",
    include: ["../../src"],
    exclude: ["../../src/**/*.test.ts"],
    compilerOptions: {
      ...compilerOptions,
      rootDir: "../../src",
      outDir: ".",
      noEmit: false,
      // The sources are not published: no map would lead anywhere.
      sourceMap: false,
      declarationMap: false,
    },
  });
  const { status } = spawnSync("tsc", ["--project", project], { stdio: "inherit" });
  if (status !== 0) process.exit(1);
  await rm(project);
}

/** The compiler rewrites the `.ts` of relative imports in JavaScript, but not in declarations. */
async function nameDeclarations(folder) {
  const files = await readdir(folder, { recursive: true });
  for (const file of files.filter((file) => file.endsWith(".d.ts"))) {
    const path = join(folder, file);
    const declarations = await readFile(path, "utf8");
    await writeFile(path, declarations.replace(/(["'])(\.{1,2}\/[^"']*)\.ts\1/g, "$1$2.js$1"));
  }
}

async function writeJson(path, value) {
  await writeFile(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
