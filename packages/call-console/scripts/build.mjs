// Bundles the call console's page into dist/console: three files, served as they are.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";

const page = "src/page";

await build({
  entryPoints: [
    { in: `${page}/main.ts`, out: "console" },
    { in: `${page}/styles/console.css`, out: "console" },
  ],
  outdir: "dist/console",
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
await copyFile(`${page}/index.html`, "dist/console/index.html");
