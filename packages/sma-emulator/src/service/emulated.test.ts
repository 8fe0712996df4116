import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "@jest/globals";
import { actionNames, eventTypes } from "@skill-call/pstn-audio";
import { guideVariations } from "./events/guide-variations.ts";

let page: string;

beforeAll(async () => {
  const docs = join(__dirname, "../../../../docs/emulator/pstn-audio.md");
  page = await readFile(docs, "utf8");
});

function rowOf(name: string): string | undefined {
  return page.split("\n").find((line) => new RegExp(`^\\| ${name} +\\|`).test(line));
}

test.each(actionNames)("the docs say how %s is emulated", (name) => {
  expect(rowOf(name)).toBeDefined();
});

test.each(eventTypes)("the docs tell of %s", (type) => {
  expect(rowOf(type)).toBeDefined();
});

test.each(guideVariations)("the docs name the variation %s", (name) => {
  expect(page).toContain(`\`${name}\``);
});
