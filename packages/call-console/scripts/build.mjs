// Bundles the call console's page into dist/console: three files, served as they are.
import { copyFile } from "node:fs/promises";
import { build } from "esbuild";

const page = "src/page";

await build({
  entryPoints: { console: `${page}/main.ts` },
  outdir: "dist/console",
  bundle: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
});
for (const name of ["index.html", "console.css"]) {
  await copyFile(`${page}/${name}`, `dist/console/${name}`);
}
