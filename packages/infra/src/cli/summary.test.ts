import { expect, test } from "@jest/globals";
import { summary } from "./summary.ts";

test("a stack is summed up in one line", () => {
  const Resources = {
    Table: { Type: "AWS::DynamoDB::GlobalTable" },
    Throttled: { Type: "AWS::CloudWatch::Alarm" },
    Failing: { Type: "AWS::CloudWatch::Alarm" },
  };
  expect(summary("SkillCall-CallContext-prod", { Resources })).toBe(
    "SkillCall-CallContext-prod: 3 resources, 2 alarms",
  );
});
