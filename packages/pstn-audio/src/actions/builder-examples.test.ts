import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import * as builders from "../index.ts";

const builderNames = readdirSync(__dirname).flatMap((file) => {
  if (!/^[a-z-]+\.ts$/.test(file)) return [];
  const source = readFileSync(join(__dirname, file), "utf8");
  const documented = source.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\nexport function (\w+)\(/g);
  return [...documented].map(([, comment = "", name = ""]) => {
    const [, example = ""] = /^ \* @example (.+)$/m.exec(comment) ?? [];
    return [name, example] as const;
  });
});

test("each of the eighteen builders has an example", () => {
  expect(builderNames).toHaveLength(18);
  for (const [, example] of builderNames) expect(example).not.toBe("");
});

test.each(builderNames)("the example of %s makes its action", (name, example) => {
  const run = new Function(...Object.keys(builders), `return ${example};`);
  const action = run(...Object.values(builders));
  expect(action.Type.toLowerCase()).toBe(name.toLowerCase());
});
