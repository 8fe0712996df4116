import { expect, test } from "@jest/globals";
import { findingLine, jsonPath } from "./finding.ts";

test("a JSON path has dots for names and brackets for indexes", () => {
  expect(jsonPath(["interactionModel", "dialog", "intents", 0])).toBe(
    "$.interactionModel.dialog.intents[0]",
  );
});

test("a JSON path quotes what is no plain name", () => {
  expect(jsonPath(["manifest", "locales", "en-US"])).toBe('$.manifest.locales["en-US"]');
});

test("the path of the whole document is $", () => {
  expect(jsonPath([])).toBe("$");
});

test("a finding is one line with file, path, message and rule", () => {
  const finding = { file: "a.json", path: ["b", 1], rule: "c", message: "is wrong" };
  expect(findingLine(finding)).toBe("a.json $.b[1]: is wrong (c)");
});
