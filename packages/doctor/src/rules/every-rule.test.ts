import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { soundConfiguration } from "../testing/sample-configuration.ts";
import { everyRule } from "./every-rule.ts";

test("a sound configuration has no mistake", () => {
  expect(everyRule.flatMap((rule) => [...rule(soundConfiguration)])).toEqual([]);
});

test("a configuration that says nothing contradicts nothing", () => {
  const silent = { ...soundConfiguration, environments: {}, dialInNumber: undefined };
  expect(everyRule.flatMap((rule) => [...rule(silent)])).toEqual([]);
});

test("routes that cannot be read are left to the Lambda that reads them", () => {
  const environments = { "sma-handler": { ROUTES: "{" } };
  const unreadable = { ...soundConfiguration, environments };
  expect(everyRule.flatMap((rule) => [...rule(unreadable)])).toEqual([]);
});

test("each rule has its row in the documentation", () => {
  const documentation = readFileSync(join(__dirname, "../../../../docs/doctor.md"), "utf8");
  const rows = [...documentation.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, name]) => name);
  const files = readdirSync(__dirname).filter((name) => !name.includes("every-rule"));
  const rules = files.filter((name) => !name.endsWith(".test.ts"));
  expect(rules.map((name) => name.replace(".ts", ""))).toEqual([...rows].sort());
  expect(everyRule).toHaveLength(rows.length);
});
