import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

/**
 * Compiles a TypeScript file and what it imports into one file that Node can run, and answers its absolute path.
 * Types are not checked: that is the editor's work.
 * @throws {BuildFailure} of esbuild, when the sources cannot be compiled
 */
export async function compileTypeScript(source: string, folder: string): Promise<string> {
  const { build } = await import("esbuild");
  const modules = await isModule(source);
  const file = join(folder, modules ? "index.mjs" : "index.cjs");
  await build({
    entryPoints: [source],
    outfile: file,
    bundle: true,
    platform: "node",
    target: "node20",
    format: modules ? "esm" : "cjs",
    sourcemap: "inline",
    logLevel: "silent",
    absWorkingDir: dirname(source),
    plugins: [sdkOfItsOwn, missingPackages],
    ...(modules && { banner: { js: requireForModules } }),
  });
  return file;
}

/** Packages inside an ES module may be CommonJS, and those call `require`. */
const requireForModules =
  'import { createRequire as createRequireOfLambda } from "node:module"; const require = createRequireOfLambda(import.meta.url);';

/**
 * Version 2 of the AWS SDK stays outside: the runtime points the one that the Lambda loads at the emulated services.
 */
const sdkOfItsOwn: Plugin = {
  name: "aws-sdk-2",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^aws-sdk(\/|$)/ }, ({ path, resolveDir }) => {
      try {
        return { path: createRequire(join(resolveDir, "_")).resolve(path), external: true };
      } catch {
        return undefined;
      }
    });
  },
};

/** A package that is not installed is no mistake of the source: it fails when the Lambda is loaded, as in JavaScript. */
const missingPackages: Plugin = {
  name: "missing-packages",
  setup: ({ onResolve, resolve }) => {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === missingPackages || kind === "entry-point") return undefined;
      const { errors } = await resolve(path, { kind, resolveDir, pluginData: missingPackages });
      return errors.length > 0 ? { path, external: true } : undefined;
    });
  },
};

/** Whether Node would take the file for an ES module, were it JavaScript. */
async function isModule(source: string): Promise<boolean> {
  if (source.endsWith(".mts")) return true;
  if (source.endsWith(".cts")) return false;
  return (await typeOfPackage(dirname(source))) === "module";
}

async function typeOfPackage(folder: string): Promise<unknown> {
  const text = await readFile(join(folder, "package.json"), "utf8").catch(() => undefined);
  if (text !== undefined) return (JSON.parse(text) as { type?: unknown }).type;
  return dirname(folder) === folder ? undefined : typeOfPackage(dirname(folder));
}
