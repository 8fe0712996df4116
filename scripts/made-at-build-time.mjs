// An esbuild plugin: `import text from "./some.document.ts"` gives what the module's default export says when it is run at
// build time, so that neither the time nor the code to make it goes into the bundle.
import { build } from "esbuild";

export const madeAtBuildTime = {
  name: "made-at-build-time",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\.document\.ts$/ }, async ({ path }) => {
      const { outputFiles, metafile } = await build({
        entryPoints: [path],
        bundle: true,
        platform: "node",
        format: "esm",
        mainFields: ["module", "main"],
        banner: {
          js: 'import { createRequire } from "node:module"; const require = createRequire("file:///");',
        },
        metafile: true,
        write: false,
      });
      const code = Buffer.from(outputFiles[0].contents).toString("base64");
      const { default: text } = await import(`data:text/javascript;base64,${code}`);
      return {
        contents: `export default ${JSON.stringify(text)};`,
        loader: "js",
        watchFiles: Object.keys(metafile.inputs),
      };
    }),
};
