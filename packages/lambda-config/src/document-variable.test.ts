import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { readDocumentVariable } from "./document-variable.ts";

const root = mkdtempSync(join(tmpdir(), "documents-"));
afterAll(() => rmSync(root, { recursive: true }));

const folder = join(root, "lambda");
mkdirSync(join(folder, "documents"), { recursive: true });
writeFileSync(join(folder, "routes.json"), '{"rules":[]}');
writeFileSync(join(folder, "documents/routes.v2.json"), '{"rules":[2]}');
writeFileSync(join(root, "outside.json"), "secret");

function read(environment: Readonly<Record<string, string>>) {
  return readDocumentVariable("ROUTES", { environment, folder });
}

test("the variable itself holds the document", () => {
  expect(read({ ROUTES: "{}" })).toEqual({ variable: "ROUTES", text: "{}" });
  expect(read({ ROUTES: "{}", ROUTES_SOURCE: "" })).toEqual({ variable: "ROUTES", text: "{}" });
  expect(read({})).toEqual({ variable: "ROUTES", text: "" });
});

test("what stands beside the file as its index is read with it, and none is missed", () => {
  writeFileSync(join(folder, "filed.json"), "{}");
  writeFileSync(join(folder, "filed.json.index"), Buffer.from([1, 2, 255]));
  expect(read({ ROUTES_SOURCE: "file:filed.json" })).toEqual({
    variable: "ROUTES_SOURCE",
    text: "{}",
    index: Buffer.from([1, 2, 255]),
  });
});

test.each([
  ["file:routes.json", '{"rules":[]}'],
  ["file:./routes.json", '{"rules":[]}'],
  ["file:documents/routes.v2.json", '{"rules":[2]}'],
])("%s is read beside the Lambda", (ROUTES_SOURCE, text) => {
  expect(read({ ROUTES_SOURCE })).toEqual({ variable: "ROUTES_SOURCE", text });
  expect(read({ ROUTES: "", ROUTES_SOURCE })).toEqual({ variable: "ROUTES_SOURCE", text });
});

test.each([
  ["file:nowhere.json", "names a file that cannot be read; example: file:routes.json"],
  ["file:documents", "names a file that cannot be read; example: file:routes.json"],
  ["file:../outside.json", "must be a file beside the Lambda; example: file:routes.json"],
  [
    "file:documents/../../outside.json",
    "must be a file beside the Lambda; example: file:routes.json",
  ],
  ["file:/etc/passwd", "must be a file beside the Lambda; example: file:routes.json"],
  ["file:", "must be a file beside the Lambda; example: file:routes.json"],
  ["routes.json", "must be a file beside the Lambda; example: file:routes.json"],
  [
    "https://example.com/routes.json",
    "must be a file beside the Lambda; example: file:routes.json",
  ],
])("%s is a mistake: it %s", (ROUTES_SOURCE, problem) => {
  expect(read({ ROUTES_SOURCE })).toEqual({ mistakes: [{ variable: "ROUTES_SOURCE", problem }] });
});

test("both at once are a mistake, even where the file is not there", () => {
  const problem = "is set beside ROUTES; leave one out";
  for (const ROUTES_SOURCE of ["file:routes.json", "file:nowhere.json"]) {
    expect(read({ ROUTES: "{}", ROUTES_SOURCE })).toEqual({
      mistakes: [{ variable: "ROUTES_SOURCE", problem }],
    });
  }
});
