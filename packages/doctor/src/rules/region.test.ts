import { expect, test } from "@jest/globals";
import { changed, soundConfiguration } from "../testing/sample-configuration.ts";
import { region } from "./region.ts";

test.each(["us-east-1", "us-west-2", undefined])("in %s there is nothing to say", (here) => {
  expect([...region(changed({ region: here }))]).toEqual([]);
});

test("elsewhere there is no skill calling, for either end of the call", () => {
  const problem = "eu-central-1 has no skill calling; take us-east-1 or us-west-2";
  expect([...region(changed({ region: "eu-central-1" }))]).toEqual([
    { part: "skill", place: "region", problem },
    { part: "sma-handler", place: "region", problem },
  ]);
});

test.each(["connect", "connect-task"])(
  "a skill that starts calls by %s may be anywhere",
  (starter) => {
    const { skill } = changed({ skill: { CALL_STARTER: starter } }).environments;
    const environments = { ...(skill && { skill }) };
    expect([...region({ ...soundConfiguration, environments, region: "eu-west-2" })]).toEqual([]);
  },
);

test("the context API may be anywhere", () => {
  const environments = { "context-api": {} };
  expect([...region({ ...soundConfiguration, environments, region: "eu-central-1" })]).toEqual([]);
});
