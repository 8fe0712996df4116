// An esbuild plugin for programs that run inside this workspace: our own packages are their source and go into
// dist/, dependencies stay outside. One of this package is imported by its name, one of another by the way to it.
import { relative, resolve, sep } from "node:path";

export const dependenciesOutside = {
  name: "dependencies-outside",
  setup({ onResolve, resolve: find }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      const ours = kind === "entry-point" || path.startsWith("@skill-call/");
      if (ours || pluginData === "found" || path.startsWith("node:")) return undefined;
      if (importer.startsWith(resolve("src"))) return { path, external: true };
      const found = await find(path, { kind, resolveDir, pluginData: "found" });
      if (found.errors.length > 0) return found;
      const way = relative(resolve("dist"), found.path).split(sep).join("/");
      return { path: way, external: true };
    });
  },
};
