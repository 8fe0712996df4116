import { expect, test } from "@jest/globals";
import { summary } from "./summary.ts";

test("a stack is summed up in one line", () => {
  const Resources = {
    Table: { Type: "AWS::DynamoDB::GlobalTable" },
    Throttled: { Type: "AWS::CloudWatch::Alarm", Properties: { AlarmActions: ["topic"] } },
    Failing: { Type: "AWS::CloudWatch::Alarm" },
  };
  expect(summary("SkillCall-CallContext-prod", { Resources })).toBe(
    "SkillCall-CallContext-prod: 3 resources, 2 alarms",
  );
});

test("alarms that tell nobody are said to", () => {
  const Resources = { Failing: { Type: "AWS::CloudWatch::Alarm", Properties: {} } };
  expect(summary("SkillCall-Sma-prod", { Resources })).toBe(
    "SkillCall-Sma-prod: 1 resources, 1 alarms that tell nobody (no alarmTopicArn)",
  );
});
