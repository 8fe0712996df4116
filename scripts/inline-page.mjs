// An esbuild plugin for what browsers load. `import page from "./some.page.html"` gives the page as one document, with the
// style sheet and the script that it links to in it, and the Content-Security-Policy that lets exactly these two run;
// `"./some.page.html?script=other.ts"` gives it with another script;
// `import text from "./some.ts?text"` gives a module with everything that it imports, as text.
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { build } from "esbuild";

const stylesheet = /<link rel="stylesheet" href="([^"]+)" \/>/;
const script = /<script type="module" src="([^"]+)"><\/script>/;

export const inlinePage = {
  name: "inline-page",
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /\?text$/ }, ({ path, resolveDir }) => ({
      path: resolve(resolveDir, path.replace(/\?text$/, "")),
      namespace: "text",
    }));
    onLoad({ filter: /./, namespace: "text" }, async ({ path }) => {
      const { text, files } = await bundled(path);
      return {
        contents: `export default ${JSON.stringify(text)};`,
        loader: "js",
        watchFiles: [path, ...files],
      };
    });
    onLoad({ filter: /\.page\.html$/ }, async ({ path, suffix }) => {
      const html = await readFile(path, "utf8");
      const other = new URLSearchParams(suffix).get("script");
      const linked = (file) => bundled(resolve(dirname(path), file));
      const [style, code] = await Promise.all([
        linked(stylesheet.exec(html)[1]),
        linked(other ?? script.exec(html)[1]),
      ]);
      const page = {
        html: html
          .replace(stylesheet, () => `<style>${style.text}</style>`)
          .replace(script, () => `<script type="module">${code.text}</script>`),
        contentSecurityPolicy: policy(style.text, code.text),
      };
      return {
        contents: `export default ${JSON.stringify(page)};`,
        loader: "js",
        watchFiles: [path, ...style.files, ...code.files],
      };
    });
  },
};

async function bundled(file, plugins = [adoptedStyle]) {
  const { outputFiles, metafile } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    plugins,
    legalComments: "none",
    write: false,
    metafile: true,
  });
  // A closing tag in a string would end the element that the text is put into; esbuild writes it as <\/script>.
  return {
    text: outputFiles[0].text.trim(),
    files: Object.keys(metafile.inputs).map((each) => resolve(each)),
  };
}

/** The style sheet of an element, which adopts it as text, with those that it imports. */
const adoptedStyle = {
  name: "adopted-style",
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.shadow\.css$/ }, async ({ path }) => {
      const { text, files } = await bundled(path, []);
      return { contents: text, loader: "text", watchFiles: files };
    });
  },
};

function policy(style, code) {
  return [
    "default-src 'none'",
    `script-src ${hashOf(code)}`,
    `style-src ${hashOf(style)}`,
    "connect-src 'self'",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
