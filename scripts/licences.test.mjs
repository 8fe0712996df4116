// Which licences are found, without a package manager.
import assert from "node:assert/strict";
import { test } from "node:test";
import { licenceFindings } from "./licences.mjs";

const findingsOf = (licence, name = "some", version = "1.0.0") =>
  licenceFindings({ [licence]: [{ name, versions: [version] }] });

for (const licence of ["MIT", "(MIT OR GPL-3.0-only)", "MIT AND ISC"]) {
  test(`${licence} may be used`, () => assert.deepEqual(findingsOf(licence), []));
}

for (const licence of [
  "GPL-3.0-only",
  "MIT AND GPL-3.0-only",
  "Unknown",
  "SEE LICENSE IN LICENSE",
]) {
  test(`${licence} is found, with the package's name`, () => {
    assert.deepEqual(findingsOf(licence), [
      `some@1.0.0: ${licence} is not on the list in scripts/licences.mjs`,
    ]);
  });
}

test("what we read in a package's own file counts for that version only", () => {
  assert.deepEqual(findingsOf("Unknown", "spawndamnit", "3.0.1"), []);
  assert.equal(findingsOf("Unknown", "spawndamnit", "4.0.0").length, 1);
});

test("what we only test with may have the licence that it has, and no other", () => {
  assert.deepEqual(findingsOf("MPL-2.0", "axe-core"), []);
  assert.equal(findingsOf("MPL-2.0", "some").length, 1);
  assert.equal(findingsOf("GPL-3.0-only", "axe-core").length, 1);
});
