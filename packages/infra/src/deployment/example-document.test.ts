import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { appOf, stacksOf } from "../testing/synthesize.ts";
import { readDeployment } from "./read-deployment.ts";

const example = fileURLToPath(new URL("../../deployment.example.json", import.meta.url));

test("the example document makes every stack", () => {
  expect(stacksOf(appOf(readDeployment(example))).map(({ stackName }) => stackName)).toEqual([
    "SkillCall-CallContext-prod",
    "SkillCall-Skill-prod",
    "SkillCall-Sma-prod",
    "SkillCall-ContextApi-prod",
    "SkillCall-Connect-prod",
    "SkillCall-CallEvents-prod",
  ]);
});

test("every stack that a page names in a command is one of the example's", () => {
  const docs = fileURLToPath(new URL("../../../../docs", import.meta.url));
  const pages = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  const named = pages.flatMap((name) => [
    ...readFileSync(`${docs}/${name}`, "utf8").matchAll(
      /cdk (?:deploy|destroy|diff) (SkillCall-[\w-]+)/g,
    ),
  ]);
  const stacks = stacksOf(appOf(readDeployment(example))).map(({ stackName }) => stackName);
  expect(named.length).toBeGreaterThan(5);
  for (const [command, stack] of named)
    expect([command, stacks]).toEqual([command, expect.arrayContaining([stack])]);
});
