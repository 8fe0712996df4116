// The wall between the rooms of the house. The table is in house.mjs, what is looked for in wall.mjs.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { house, withHouseTable } from "./house.mjs";
import {
  cacheFindings,
  codeFindings,
  foldersOf,
  manifestFindings,
  referencesIn,
  tableFindings,
} from "./wall.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

describe("this house", () => {
  const references = referencesIn(root);

  test("every room has a row, and the rows lead down, in no circle", () => {
    assert.deepEqual(tableFindings(house, foldersOf(root)), []);
  });

  test("no file imports or reads what its room may not", () => {
    assert.deepEqual(codeFindings(references, house), []);
  });

  test("no package.json names a room that its row does not", () => {
    assert.deepEqual(manifestFindings(root, house), []);
  });

  test("turbo tests a room anew when a file of another that its tests read has changed", () => {
    const turbo = readFileSync(join(root, "turbo.json"), "utf8").replace(/^\s*\/\/.*$/gm, "");
    assert.deepEqual(cacheFindings(references, JSON.parse(turbo)), []);
  });

  test("the README prints the table: `node scripts/house.mjs` writes it", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    assert.equal(readme, withHouseTable(readme));
    assert.match(readme, /\| \[sma-handler\]\(packages\/sma-handler\) \|/);
  });
});

describe("another house", () => {
  const rows = {
    all: {
      attic: { floor: 3, is: "top", uses: ["hall"], tests: ["cellar"] },
      hall: { floor: 2, is: "middle", uses: [], corners: { "src/niche": [] } },
      cellar: { floor: 1, is: "bottom", reads: [] },
    },
  };
  const folder = mkdtempSync(join(tmpdir(), "house-"));
  after(() => rmSync(folder, { recursive: true }));
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const room of ["attic", "hall", "cellar"]) {
    write(`packages/${room}/package.json`, "{}");
    write(`packages/${room}/src/index.ts`, "export const here = 1;\n");
  }
  const findings = (path, text) => {
    write(path, text);
    const found = codeFindings(referencesIn(folder), rows);
    rmSync(join(folder, path));
    return found;
  };

  test("a room without a row is found", () => {
    assert.deepEqual(tableFindings(rows, ["attic", "loft"]), [
      "packages/loft has no row in scripts/house.mjs: give it one",
    ]);
  });

  test("a row may stand before its folder", () => {
    assert.deepEqual(tableFindings(rows, ["attic"]), []);
  });

  test("a circle is found, also by way of tests", () => {
    const circle = { all: { ...rows.all, cellar: { floor: 1, tests: ["attic"] } } };
    assert.deepEqual(tableFindings(circle, []), ["a circle: attic → cellar → attic"]);
  });

  test("a row that leads up is found, and one that names nobody", () => {
    const up = { all: { ...rows.all, cellar: { floor: 1, uses: ["shed"] }, shed: { floor: 2 } } };
    assert.deepEqual(tableFindings(up, []), ["cellar uses shed, which is on a floor above it"]);
    const nobody = { all: { cellar: { floor: 1, uses: ["shed"] } } };
    assert.deepEqual(tableFindings(nobody, []), ["cellar names shed, which has no row"]);
  });

  test("what the rows allow is no finding", () => {
    assert.deepEqual(
      findings("packages/attic/src/a.ts", 'import { here } from "@skill-call/hall";\n'),
      [],
    );
    assert.deepEqual(
      findings("packages/attic/src/a.test.ts", 'import { here } from "@skill-call/cellar";\n'),
      [],
    );
    assert.deepEqual(findings("packages/attic/src/a.ts", '// "../../cellar/src/index.ts"\n'), []);
  });

  for (const [why, path, text, finding] of [
    [
      "by name",
      "packages/hall/src/a.ts",
      'import { here } from "@skill-call/cellar";\n',
      "hall may not use cellar; it may use nothing of ours",
    ],
    [
      "by name, where only tests may",
      "packages/attic/src/a.ts",
      'import {\n  here,\n} from "@skill-call/cellar";\n',
      "attic may not use cellar; it may use hall",
    ],
    [
      "what is for tests",
      "packages/attic/src/a.ts",
      'import type { Here } from "@skill-call/hall/testing";\n',
      '"@skill-call/hall/testing" is for tests only',
    ],
    [
      "by relative path",
      "packages/attic/src/deep/a.ts",
      'export { here } from "../../../hall/src/index.ts";\n',
      '"../../../hall/src/index.ts" leaves the package: import what it is by name',
    ],
    [
      "by import()",
      "packages/attic/src/a.ts",
      'const { here } = await import("../../hall/src/index.ts");\n',
      '"../../hall/src/index.ts" leaves the package: import what it is by name',
    ],
    [
      "for its side effects",
      "packages/hall/src/a.ts",
      'import "@skill-call/attic";\n',
      "hall may not use attic; it may use nothing of ours",
    ],
    [
      "out of a corner",
      "packages/hall/src/niche/a.ts",
      'import { here } from "../index.ts";\n',
      '"../index.ts" leaves src/niche, which uses nothing of hall',
    ],
    [
      "as a file, by URL",
      "packages/attic/src/a.ts",
      'const file = new URL("../../cellar/src/index.ts", import.meta.url);\n',
      '"../../cellar/src/index.ts" is a file of cellar, which attic may not read',
    ],
    [
      "as a file, by names put together",
      "packages/attic/src/a.ts",
      'const file = join(root, "packages", "cellar", "src/index.ts");\n',
      '"packages/cellar/src/index.ts" is a file of cellar, which attic may not read',
    ],
    [
      "as a file, from this folder",
      "packages/attic/src/a.test.ts",
      'const file = resolve(__dirname, "../../cellar/src", "index.ts");\n',
      '"../../cellar/src/index.ts" is a file of cellar, which attic may not read',
    ],
    [
      "as a build that does not stand yet",
      "packages/attic/src/a.ts",
      "const file = `../cellar/dist/lambda/index.mjs`;\n",
      '"../cellar/dist/lambda/index.mjs" is a file of cellar, which attic may not read',
    ],
  ]) {
    test(`what goes through a wall is found: ${why}`, () => {
      const found = findings(path, text);
      assert.ok(found.includes(`${path}: ${finding}`), found.join("\n"));
    });
  }

  test("a package.json that names more than its row is found", () => {
    const manifest = { dependencies: { "@skill-call/attic": "workspace:*", hono: "1" } };
    write("packages/cellar/package.json", JSON.stringify(manifest));
    assert.deepEqual(manifestFindings(folder, rows), [
      "packages/cellar/package.json names attic, its row does not",
    ]);
    write("packages/cellar/package.json", "{}");
  });

  test("a file that only tests of another room read is an input of their task", () => {
    write("packages/attic/src/a.test.ts", 'read("../../cellar/example.json");\n');
    write("packages/cellar/example.json", "{}");
    const task = (inputs) => ({ tasks: { "@skill-call/attic#test": { inputs } } });
    const finding =
      "turbo.json: @skill-call/attic#test does not hang on packages/cellar/example.json, which packages/attic/src/a.test.ts reads";
    assert.deepEqual(cacheFindings(referencesIn(folder), { tasks: {} }), [finding]);
    for (const input of [
      "packages/cellar/example.json",
      "packages/cellar/**",
      "packages/*/{a,example}.json",
    ]) {
      assert.deepEqual(cacheFindings(referencesIn(folder), task([`$TURBO_ROOT$/${input}`])), []);
    }
    rmSync(join(folder, "packages/attic/src/a.test.ts"));
  });
});
