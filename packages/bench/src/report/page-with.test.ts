import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { pageWith } from "./page-with.ts";

const page = readFileSync(new URL("../../../../docs/performance.md", import.meta.url), "utf8");
const history = new URL("../../../../docs/performance/history.jsonl", import.meta.url);
const lines = readFileSync(history, "utf8").trim().split("\n");

test("the page's tables are those of the last run that was written; `pnpm bench --write`", () => {
  expect(pageWith(page, JSON.parse(lines.at(-1) ?? ""))).toBe(page);
});

test("a page with another figure is not taken for the right one", () => {
  const changed = page.replace(/\d\.\d\d \(/, "9.99 (");
  expect(changed).not.toBe(page);
  expect(pageWith(changed, JSON.parse(lines.at(-1) ?? ""))).toBe(page);
});
