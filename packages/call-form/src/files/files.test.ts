import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { readCallFormFile } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "call-form-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a form is read with the words beside it", () => {
  const { form, words } = formDocuments();
  const file = join(folder, "call-form.json");
  writeFileSync(file, JSON.stringify(form));
  mkdirSync(join(folder, "words"));
  for (const [locale, content] of Object.entries(words))
    writeFileSync(join(folder, "words", `${locale}.json`), JSON.stringify(content));
  expect(readCallFormFile(file).words.map(({ locale }) => locale)).toEqual(["en-US", "fr-CA"]);

  writeFileSync(join(folder, "words", "fr-CA.json"), "{ words");
  expect(() => readCallFormFile(file)).toThrow("words/fr-CA.json: is not JSON: ");
  rmSync(join(folder, "words", "fr-CA.json"));
  expect(() => readCallFormFile(file)).toThrow("words/fr-CA.json: is missing");
});

test("a form that is not there is a mistake like any other", () => {
  expect(() => readCallFormFile(join(folder, "nowhere.json"))).toThrow(
    "call-form.json: is missing",
  );
});
