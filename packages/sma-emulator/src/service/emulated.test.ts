import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { actionVocabulary, eventTypes } from "@skill-call/pstn-audio";
import { actionTable } from "./actions/action-table.ts";
import { guideVariations } from "./events/guide-variations.ts";

const emulated = Object.entries(actionTable)
  .filter(([, row]) => !("notEmulated" in row))
  .map(([name]) => name);
let page: string;

beforeAll(async () => {
  const docs = join(__dirname, "../../../../docs/emulator/pstn-audio.md");
  page = await readFile(docs, "utf8");
});

function rowOf(name: string): string | undefined {
  return page.split("\n").find((line) => new RegExp(`^\\| ${name} +\\|`).test(line));
}

test("eleven actions are emulated", () => {
  expect(emulated).toHaveLength(11);
});

test.each(Object.keys(actionVocabulary))("the docs say whether %s is emulated", (name) => {
  const row = rowOf(name);
  expect(row).toBeDefined();
  expect(row?.includes("known, not emulated")).toBe(!emulated.includes(name));
});

test.each(eventTypes)("the docs tell of %s", (type) => {
  expect(rowOf(type)).toBeDefined();
});

test.each(guideVariations)("the docs name the variation %s", (name) => {
  expect(page).toContain(`\`${name}\``);
});
