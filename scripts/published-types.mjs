// The types of a package whose bundle holds packages of ours that are not published: their declarations go with it.
import { spawnSync } from "node:child_process";
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";

/** Declarations of the entry, such as src/index.ts, and all that it names, in dist/types/esm and dist/types/cjs. */
export async function writeTypes(entry) {
  const esm = "dist/types/esm";
  // A library.ts names types of its own alone; an index.ts may name those of other rooms.
  const entries = entry === "src/index.ts" ? await entriesOfRooms(".") : new Map();
  await compile(esm, { entry, entries });
  const files = (await readdir(esm, { recursive: true })).filter((file) => file.endsWith(".d.ts"));
  for (const file of files) {
    const text = await readFile(join(esm, file), "utf8");
    await writeFile(join(esm, file), named(text, { file, entries }));
  }
  await dropForeign(esm, files);
  await dropUnnamed(esm, { files, entry: entry.replace(/\.ts$/, ".d.ts") });
  await cp(esm, "dist/types/cjs", { recursive: true });
  // The nearest package.json tells TypeScript which of the two kinds a file is.
  await writeFile(join(esm, "package.json"), '{ "type": "module" }\n');
  await writeFile("dist/types/cjs/package.json", '{ "type": "commonjs" }\n');
}

/** What our rooms are imported as, and the source behind it: `@skill-call/emulation/trace`, `emulation/src/trace.ts`. */
async function entriesOfRooms(folder, known = new Map()) {
  const { dependencies, devDependencies } = await packageIn(folder);
  const ours = Object.entries({ ...dependencies, ...devDependencies })
    .filter(([, version]) => version.startsWith("workspace:"))
    .map(([name]) => name.replace("@skill-call/", ""));
  for (const room of ours.filter((each) => !known.has(`@skill-call/${each}`))) {
    const { exports = {} } = await packageIn(join("..", room));
    for (const [entry, source] of Object.entries(exports)) {
      if (typeof source !== "string" || !source.endsWith(".ts")) continue;
      known.set(`@skill-call/${join(room, entry)}`, join(room, source));
    }
    await entriesOfRooms(join("..", room), known);
  }
  return known;
}

async function packageIn(folder) {
  return JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
}

async function compile(folder, { entry, entries }) {
  const project = "tsconfig.types.json";
  const compilerOptions = {
    rootDir: "..",
    outDir: folder,
    noEmit: false,
    emitDeclarationOnly: true,
    declaration: true,
    declarationMap: false,
  };
  const sources = [...entries.values()].map((source) => join("..", source));
  const files = [entry, ...sources.filter((file) => !file.includes("/testing/"))];
  const config = { extends: "./tsconfig.json", files, include: [], compilerOptions };
  await writeFile(project, JSON.stringify(config));
  const { status } = spawnSync("tsc", ["--project", project], { stdio: "inherit" });
  await rm(project);
  if (status !== 0) process.exit(1);
}

/** Relative names end in `.js`, and our rooms are where their declarations are. */
function named(text, { file, entries }) {
  const toRoot = relative(dirname(file), ".") || ".";
  return text
    .replace(/(["'])(\.{1,2}\/[^"']*)\.ts\1/g, "$1$2.js$1")
    .replace(/(["'])(@skill-call\/[\w/-]+)\1/g, (whole, quote, name) => {
      const source = entries.get(name);
      return source ? `${quote}${toRoot}/${source.replace(/ts$/, "js")}${quote}` : whole;
    });
}

/** An index of ours no longer exports what is typed by packages that the user does not get. */
async function dropForeign(root, files) {
  const { dependencies = {} } = await packageIn(".");
  const foreign = new Set();
  for (const file of files) {
    const text = await readFile(join(root, file), "utf8");
    const packages = [...text.matchAll(/from ["']([^."'][^"']*)["']/g)].map(([, name]) => name);
    const isTheirs = (name) => name.startsWith("node:") || name in dependencies;
    if (!packages.every(isTheirs)) foreign.add(file.replace(/\.d\.ts$/, ""));
  }
  for (const file of files.filter((each) => each.endsWith("index.d.ts"))) {
    const lines = (await readFile(join(root, file), "utf8")).split("\n");
    const kept = lines.filter((line) => {
      const [, path] = /from ["'](\.[^"']*)\.js["']/.exec(line) ?? [];
      return path === undefined || !foreign.has(join(dirname(file), path));
    });
    await writeFile(join(root, file), kept.join("\n"));
  }
}

/** What the entry does not lead to is not published. */
async function dropUnnamed(root, { files, entry }) {
  const start = files.find((file) => resolve(root, file) === resolve(root, thisRoom(), entry));
  const wanted = new Set();
  const open = [start];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (wanted.has(file)) continue;
    wanted.add(file);
    const text = await readFile(join(root, file), "utf8");
    for (const [, path] of text.matchAll(/["'](\.{1,2}\/[^"']*)\.js["']/g)) {
      open.push(join(dirname(file), `${path}.d.ts`));
    }
  }
  await Promise.all(files.filter((file) => !wanted.has(file)).map((file) => rm(join(root, file))));
}

function thisRoom() {
  return resolve(".").split("/").at(-1);
}
