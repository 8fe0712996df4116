import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { refusedConfiguration } from "./refused-configuration.ts";

function lambda(source: string): string {
  const folder = mkdtempSync(join(tmpdir(), "skill-call-lambda-"));
  writeFileSync(join(folder, "index.mjs"), source);
  return folder;
}

const picky = lambda(
  'if (process.env.ROUTES !== "{}") throw new Error("- ROUTES: is not right");\nexport const handler = async () => {};\n',
);

test("a Lambda that starts refuses nothing", () => {
  expect(refusedConfiguration(picky, { ROUTES: "{}" })).toBeUndefined();
});

test("a Lambda that refuses its configuration says why in its own words", () => {
  expect(refusedConfiguration(picky, { ROUTES: "[]" })).toBe("- ROUTES: is not right");
});

test("a Lambda sees the environment that is meant for it and nothing of this machine's", () => {
  const curious = lambda("throw new Error(Object.keys(process.env).sort().join());");
  expect(refusedConfiguration(curious, { ROUTES: "{}" })).toBe("AWS_REGION,ROUTES");
});

test("routes of any size are handed over", () => {
  const counting = lambda("throw new Error(String(process.env.ROUTES.length));");
  expect(refusedConfiguration(counting, { ROUTES: "x".repeat(2_000_000) })).toBe("2000000");
});
