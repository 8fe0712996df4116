// What a first call installs is enough to build it: without development dependencies, those that the published
// emulators bundle come from the root's own.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../", import.meta.url));
const manifestOf = (folder) => JSON.parse(readFileSync(`${root}${folder}package.json`, "utf8"));
const ofRoot = manifestOf("").dependencies;

/** The packages that are bundled for npm, and a part of what a first call runs. */
const bundled = [
  "skill",
  ...readdirSync(`${root}packages`).filter((name) => name.endsWith("-emulator")),
];

/** Names of the packages that a room's own code imports. */
function importedBy(name) {
  const folder = `${root}packages/${name}/src`;
  const files = readdirSync(folder, { recursive: true }).filter(
    (file) => /\.ts$/.test(file) && !/\.test\.ts$|(?:^|\/)testing\//.test(file),
  );
  const texts = files.map((file) => readFileSync(`${folder}/${file}`, "utf8"));
  const imports = texts.flatMap((text) => [...text.matchAll(/\bfrom "((?:@[\w-]+\/)?[\w-]+)/g)]);
  return new Set(imports.map(([, imported]) => imported));
}

test("there are emulators to look at", () => {
  assert.ok(bundled.includes("sma-emulator"));
});

for (const name of bundled) {
  test(`${name} bundles nothing that a first call does not install`, () => {
    const { devDependencies = {} } = manifestOf(`packages/${name}/`);
    const imported = importedBy(name);
    const missing = Object.keys(devDependencies).filter(
      (dependency) => imported.has(dependency) && !(dependency in ofRoot),
    );
    assert.deepEqual(
      missing,
      [],
      "add them to the root's dependencies (scripts/install.mjs says why)",
    );
  });
}

test("npm, which cannot install this, says what to type: the name of the catalog that it stumbles over first", () => {
  const { dependencies, devDependencies } = manifestOf("");
  const all = Object.entries({ ...dependencies, ...devDependencies }).sort();
  const [, first] = all.find(([, version]) => /^(catalog|workspace):/.test(version));
  assert.equal(first, "catalog:npm cannot install this, type npx -y pnpm@12 install");
});
