// An esbuild plugin for Lambdas: what our code imports dynamically stands in a file of its own beside the Lambda's, and is
// read by the first call that needs it. In the same file it would be parsed at every start, though nothing of it runs.
// See docs/decisions/0003-how-lambdas-are-bundled.md.
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

/** What a library imports dynamically is its own affair. */
const library = /[\\/]node_modules[\\/]/;

export const filesBeside = {
  name: "files-beside",
  setup({ onResolve, onEnd, onStart, initialOptions }) {
    const {
      outfile,
      plugins,
      entryPoints: _one,
      banner: _top,
      footer: _end,
      ...options
    } = initialOptions;
    const beside = new Map();
    onStart(() => beside.clear());
    onResolve({ filter: /^(\.|@skill-call\/)/ }, ({ path, kind, importer, resolveDir }) => {
      if (kind !== "dynamic-import" || library.test(importer)) return undefined;
      const name = `${basename(path, ".ts")}.cjs`;
      beside.set(name, { contents: `export * from ${JSON.stringify(path)};`, resolveDir });
      return { path: `./${name}`, external: true };
    });
    onEnd(async () => {
      for (const [name, stdin] of beside) {
        await build({ ...options, stdin, outfile: join(dirname(outfile), name), plugins });
      }
    });
  },
};
