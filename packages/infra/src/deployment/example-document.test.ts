import { fileURLToPath } from "node:url";
import { expect, test } from "@jest/globals";
import { appOf, stacksOf } from "../testing/synthesize.ts";
import { readDeployment } from "./read-deployment.ts";

const example = fileURLToPath(new URL("../../deployment.example.json", import.meta.url));

test("the example document makes all four stacks", () => {
  expect(stacksOf(appOf(readDeployment(example))).map(({ stackName }) => stackName)).toEqual([
    "SkillCall-CallContext-test",
    "SkillCall-Skill-test",
    "SkillCall-Sma-test",
    "SkillCall-ContextApi-test",
  ]);
});
