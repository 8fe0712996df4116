// Bundles the command line into dist/cli.mjs. Our own packages are their source and go in; dependencies stay outside.
import { copyFile } from "node:fs/promises";
import { relative, resolve, sep } from "node:path";
import { build } from "esbuild";

const outdir = resolve("dist");

await build({
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: { js: "#!/usr/bin/env node" },
  plugins: [dependenciesOutside()],
  sourcemap: true,
  logLevel: "warning",
});

// Runs in the Lambdas' own processes.
await copyFile("src/lambda/lambda-runtime.mjs", "dist/lambda-runtime.mjs");

/** A dependency of this package is imported by its name, one of another workspace package by the way to it. */
function dependenciesOutside() {
  return {
    name: "dependencies-outside",
    setup: ({ onResolve, resolve: find }) =>
      onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
        const ours = kind === "entry-point" || path.startsWith("@skill-call/");
        if (ours || pluginData === "found" || path.startsWith("node:")) return undefined;
        if (importer.startsWith(resolve("src"))) return { path, external: true };
        const found = await find(path, { kind, resolveDir, pluginData: "found" });
        if (found.errors.length > 0) return found;
        return { path: relative(outdir, found.path).split(sep).join("/"), external: true };
      }),
  };
}
