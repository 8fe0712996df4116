import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { callFailureCodes } from "../src/calls/call-failure.ts";
import { starterSchemas } from "../src/config/starter-config.ts";
import { catalogFor } from "../src/testing/catalog-for.ts";
import { spokenOf } from "../src/testing/spoken-of.ts";

const readme = readFileSync("README.md", "utf8");

test("the README has a row for every cause of no call, with what the caller hears", () => {
  const { failures } = catalogFor("en-US");
  const rows = callFailureCodes.map(
    (code) => `| \`${code}\` | ${spokenOf(failures[code].markup)} |`,
  );
  const start = readme.search(/^\| code +\| the caller hears/m);
  const table = readme.slice(start, readme.indexOf("\n\n", start)).split("\n").slice(2);
  expect(table.map((row) => row.replace(/ +\|/g, " |"))).toEqual(rows);
});

test("the README names every variable of every way to start a call", () => {
  const variables = Object.values(starterSchemas).flatMap(({ entries }) => Object.keys(entries));
  expect(variables.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
