// What a release publishes and says of it; the registry is a server of this test's.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { bundledIn, withBundled } from "./bill-of-materials.mjs";
import { changesOf, publicPackages, versionsPublished } from "./release-pack.mjs";

const registry = createServer(({ url }, response) => {
  const name = decodeURIComponent(url.slice(1));
  const versions = { "@a/once": ["1.0.0"], "@a/twice": ["1.0.0", "1.1.0"] }[name];
  response.statusCode = name === "@a/away" ? 503 : versions ? 200 : 404;
  const entries = (versions ?? []).map((version) => [version, { name, version }]);
  const latest = versions?.at(-1);
  response.end(
    JSON.stringify({ name, "dist-tags": { latest }, versions: Object.fromEntries(entries) }),
  );
});
before(async () => {
  await new Promise((listening) => registry.listen(0, "127.0.0.1", listening));
  process.env.npm_config_registry = `http://127.0.0.1:${registry.address().port}`;
  process.env.npm_config_fetch_retries = "0";
});
after(() => registry.close());

test("what the registry has is asked of it, and a package that it does not know has nothing", async () => {
  assert.deepEqual(await versionsPublished("@a/once"), ["1.0.0"]);
  assert.deepEqual(await versionsPublished("@a/twice"), ["1.0.0", "1.1.0"]);
  assert.equal(await versionsPublished("@a/never"), undefined);
});

test("a registry that does not answer is no registry without the package", async () => {
  await assert.rejects(versionsPublished("@a/away"), /503/);
});

test("a release says what the changelog says of its version", () => {
  const changelog = "# @a/b\n\n## 1.1.0\n\n### Minor Changes\n\n- More\n\n## 1.0.0\n\nThe first.\n";
  assert.equal(changesOf(changelog, "1.1.0"), "### Minor Changes\n\n- More");
  assert.equal(changesOf(changelog, "1.0.0"), "The first.");
  assert.throws(() => changesOf(changelog, "1.2.0"), /says nothing of 1\.2\.0/);
});

test("each package that leaves the repository has its changes, and the licence", () => {
  const packages = publicPackages();
  assert.ok(packages.length > 5);
  for (const { name, files, license } of packages) {
    assert.ok(files.includes("CHANGELOG.md"), name);
    assert.equal(license, "Apache-2.0", name);
  }
});

test("a bundle, or its metafile, names the packages in it, each once", () => {
  const bundle = [
    "// ../../node_modules/.pnpm/hono@4.13.0/node_modules/hono/dist/hono.js",
    "// ../../node_modules/.pnpm/hono@4.13.0/node_modules/hono/dist/request.js",
    '{"inputs":{"../../node_modules/.pnpm/@hono+node-server@1.2.3_hono@4.13.0/node_modules/@hono/node-server/dist/index.mjs":{}}}',
    "// ../emulation/src/clock.ts",
  ].join("\n");
  assert.deepEqual(bundledIn(bundle), ["@hono/node-server@1.2.3", "hono@4.13.0"]);
});

const component = (name, version, group) => ({
  ...(group && { group }),
  name,
  version,
  "bom-ref": `pkg:npm/${name}@${version}`,
});
const own = {
  metadata: { component: { "bom-ref": "pkg:npm/ours@1.0.0" } },
  components: [component("esbuild", "0.28.0")],
  dependencies: [{ ref: "pkg:npm/ours@1.0.0", dependsOn: ["pkg:npm/esbuild@0.28.0"] }],
};
const all = {
  components: [...own.components, component("core", "1.0.0", "@a"), component("dev", "1.0.0")],
};

test("what is bundled stands in the package's bill beside what it installs, once", () => {
  const bill = withBundled({ own, all, bundled: ["@a/core@1.0.0", "esbuild@0.28.0"] });
  assert.deepEqual(
    bill.components.map(({ name }) => name),
    ["esbuild", "core"],
  );
  assert.deepEqual(bill.dependencies, [
    { ref: "pkg:npm/ours@1.0.0", dependsOn: ["pkg:npm/esbuild@0.28.0", "pkg:npm/core@1.0.0"] },
  ]);
});

test("what is bundled and unknown stops the release", () => {
  assert.throws(
    () => withBundled({ own, all, bundled: ["gone@1.0.0"] }),
    /gone@1\.0\.0 is bundled/,
  );
});
