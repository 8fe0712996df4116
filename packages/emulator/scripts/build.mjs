// Bundles the command line into dist/cli.mjs. Dependencies stay outside; our own packages are their source and go in.
import { copyFile, rm } from "node:fs/promises";
import { build } from "esbuild";

await rm("dist", { recursive: true, force: true });

await build({
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/cli.mjs",
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  banner: { js: "#!/usr/bin/env node" },
  plugins: [
    {
      name: "dependencies-outside",
      setup: ({ onResolve }) =>
        onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
          kind === "entry-point" || path.startsWith("@skill-call/")
            ? undefined
            : { path, external: true },
        ),
    },
  ],
  sourcemap: true,
  logLevel: "warning",
});

// Runs in the Lambdas' own processes.
await copyFile("src/lambda/lambda-runtime.mjs", "dist/lambda-runtime.mjs");
