// An esbuild plugin for Lambdas: what traces goes into the file as text, and is compiled when the first sampled
// invocation imports it. As code it would be parsed at every start. See docs/decisions/0011-what-powertools-costs.md.
import { resolve } from "node:path";
import { build } from "esbuild";

const tracer = /^\.\/x-ray\.ts$/;
const namespace = "tracer-as-text";

export const tracerAsText = {
  name: namespace,
  setup({ onResolve, onLoad, initialOptions: { platform, target, mainFields } }) {
    onResolve({ filter: tracer }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path),
      namespace,
    }));
    onLoad({ filter: /./, namespace }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path],
        bundle: true,
        minify: true,
        platform,
        target,
        mainFields,
        format: "cjs",
        legalComments: "none",
        write: false,
        metafile: true,
      });
      const text = JSON.stringify(outputFiles[0].text);
      return {
        contents: [
          'const { compileFunction } = require("node:vm");',
          'const names = ["module", "exports", "require"];',
          `const run = compileFunction(${text}, names, { filename: "x-ray.js" });`,
          "run(module, exports, require);",
        ].join("\n"),
        watchFiles: Object.keys(metafile.inputs).map((each) => resolve(each)),
      };
    });
  },
};
