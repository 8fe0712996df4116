// Which regular expressions are found, and which of them are slow. `pnpm lint:regexps` looks at all of the product.
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import {
  productSources,
  regularExpressionFindings,
  regularExpressionsIn,
  slownessOf,
} from "./regular-expressions.mjs";

describe("what is found in a program", () => {
  for (const [why, text, expected] of [
    ["a literal", "const a: RegExp = /^a+$/im;", [{ source: "^a+$", flags: "im" }]],
    ["no division", "const a = 6 / 3 / 2;", []],
    ["none in a comment or a text", '// /a+/\nconst a = "/a+/";', []],
    ["a text", 'new RegExp("a+", "g")', [{ source: "a+", flags: "g" }]],
    ["a call without new", "RegExp(`a+`)", [{ source: "a+", flags: "" }]],
    ["what is put together", 'new RegExp(a + "+", "u")', [{ source: undefined, flags: "u" }]],
    [
      "one within another's arguments",
      "f(x => x.replace(/a/g, b(/c/)))",
      [
        { source: "a", flags: "g" },
        { source: "c", flags: "" },
      ],
    ],
  ]) {
    test(why, () => assert.deepEqual(regularExpressionsIn(text), expected));
  }
});

describe("how long an expression takes", () => {
  for (const [source, expected] of [
    ["^[a-z]+$", undefined],
    ["^(a+)+$", "takes time: exponential"],
    ["\\s+$", "takes time: 2nd degree polynomial"],
    [undefined, "is put together at run time, and cannot be looked at"],
    ["(", "is not understood: invalid"],
  ]) {
    test(`${source}: ${expected}`, async () => {
      assert.equal(await slownessOf({ source, flags: "" }), expected);
    });
  }
});

describe("what is told of files", () => {
  const root = mkdtempSync(join(tmpdir(), "expressions-"));
  after(() => rmSync(root, { recursive: true }));
  writeFileSync(join(root, "a.ts"), "export const slow = /a+$/;\nexport const quick = /^a+$/;\n");
  const told = (rules) => regularExpressionFindings({ root, files: ["a.ts"], rules });

  test("a slow one is told", async () => {
    assert.deepEqual(await told([]), ["a.ts: /a+$/ takes time: 2nd degree polynomial"]);
  });

  test("one that is accepted is not, and one that is accepted and not there is", async () => {
    const rule = { file: "a.ts", expression: "/a+$/", why: "short" };
    assert.deepEqual(await told([rule]), []);
    assert.deepEqual(await told([rule, { ...rule, expression: "/b+$/" }]), [
      "a.ts: /b+$/ is accepted, and not there",
    ]);
  });
});

test("the product's source is looked at, and tests are not", () => {
  const files = productSources(fileURLToPath(new URL("..", import.meta.url)));
  assert.ok(files.includes("packages/sip/src/message/uri.ts"));
  assert.ok(files.includes("packages/call-context/src/user-to-user/read-values.ts"));
  assert.ok(!files.some((file) => /\.test\.ts$|^packages\/simulator\//.test(file)));
});
