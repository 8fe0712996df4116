import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

const repository = "../..";
const resources = JSON.parse(readFileSync(join(repository, "ask-resources.json"), "utf8"));

test("the ASK CLI finds the skill package", () => {
  expect(resources.askcliResourcesVersion).toBe("2020-03-31");
  const { src } = resources.profiles.default.skillMetadata;
  expect(existsSync(join(repository, src, "skill.json"))).toBe(true);
});

test("the ASK CLI uploads metadata only: a stack of its own deploys the Lambda", () => {
  expect(Object.keys(resources.profiles.default)).toEqual(["skillMetadata"]);
});
