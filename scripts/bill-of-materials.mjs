// What is in a package as it is published, as a CycloneDX document: what it installs, and what is bundled into it. pnpm
// knows the first only (`pnpm sbom`); the second is read from the bundles.

/** The folder of a module in pnpm's store: esbuild writes it above each module, and into a metafile. */
const modulePath = /node_modules\/\.pnpm\/([^/"\s]+)\/node_modules\/((?:@[^/"\s]+\/)?[^/"\s]+)\//g;

/** The packages that a bundle, or a bundle's metafile, says it is made of: `hono@4.13.0`. */
export function bundledIn(text) {
  const found = [...text.matchAll(modulePath)].map(([, folder, name]) => {
    // `@scope+name@1.0.0_peer@2.0.0`
    const version = folder.slice(name.length + 1).split(/[_(]/)[0];
    return `${name}@${version}`;
  });
  return [...new Set(found)].sort();
}

/**
 * The package's own document, with what is bundled into it.
 * @param own what `pnpm sbom --prod` says of the package
 * @param all what `pnpm sbom` says of the whole workspace
 * @throws {Error} when the workspace does not know what is bundled
 */
export function withBundled({ own, all, bundled }) {
  const known = new Map(all.components.map((component) => [nameOf(component), component]));
  const installed = new Set(own.components.map(nameOf));
  const added = bundled
    .filter((name) => !installed.has(name))
    .map((name) => {
      const component = known.get(name);
      if (!component) throw new Error(`${name} is bundled, and pnpm sbom does not name it`);
      return component;
    });
  const { "bom-ref": root } = own.metadata.component;
  const refs = added.map((component) => component["bom-ref"]);
  return {
    ...own,
    components: [...own.components, ...added],
    dependencies: own.dependencies.map((each) =>
      each.ref === root ? { ...each, dependsOn: [...(each.dependsOn ?? []), ...refs] } : each,
    ),
  };
}

function nameOf({ group, name, version }) {
  return `${group ? `${group}/` : ""}${name}@${version}`;
}
