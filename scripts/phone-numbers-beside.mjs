// An esbuild plugin for Lambdas: the tables of phone numbers stand in a file beside index.mjs, which the first call that
// needs them loads. In the file itself they would be parsed at every start: docs/decisions/0003-how-lambdas-are-bundled.md.
import { dirname, join } from "node:path";
import { build } from "esbuild";

const name = "phone-number.cjs";

export const phoneNumbersBeside = {
  name: "phone-numbers-beside",
  setup({ onResolve, onEnd, initialOptions: { outfile, platform, target, mainFields } }) {
    let source;
    onResolve({ filter: /^@skill-call\/call-context\/phone-number$/ }, ({ path, resolveDir }) => {
      source = { path, resolveDir };
      return { path: `./${name}`, external: true };
    });
    onEnd(async () => {
      if (source === undefined) return;
      await build({
        stdin: {
          contents: `export * from ${JSON.stringify(source.path)};`,
          resolveDir: source.resolveDir,
        },
        outfile: join(dirname(outfile), name),
        bundle: true,
        minify: true,
        platform,
        target,
        mainFields,
        format: "cjs",
        legalComments: "none",
      });
    });
  },
};
