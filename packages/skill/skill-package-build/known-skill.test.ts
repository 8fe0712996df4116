import { expect, test } from "@jest/globals";
import { knownSkill } from "./known-skill.ts";

const profile = "default";
const lambdaArn = "arn:aws:lambda:us-east-1:123456789012:function:skill";

test("the first time there is no skill yet", () => {
  expect(knownSkill({ profile }, undefined)).toEqual({ skillId: undefined });
});

test("the skill that was deployed from the folder is updated", () => {
  expect(knownSkill({ profile, lambdaArn }, "a")).toEqual({ skillId: "a" });
});

test("a skill that is asked for is updated from a fresh folder, too", () => {
  expect(knownSkill({ profile, lambdaArn, skillId: "a" }, undefined)).toEqual({ skillId: "a" });
});

test("another skill than the folder's is refused", () => {
  expect(knownSkill({ profile, skillId: "b" }, "a").mistake).toContain("this folder deploys a");
});

test("an ARN without a skill is refused: the ASK CLI would make a second skill", () => {
  expect(knownSkill({ profile, lambdaArn }, undefined).mistake).toMatch(/^skillId: is missing/);
});
