import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { businessMetrics } from "@skill-call/telemetry/business-metrics";
import { Template } from "aws-cdk-lib/assertions";
import { parseDeployment } from "../deployment/deployment.ts";
import { plainText } from "../testing/plain-text.ts";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, stacksOf } from "../testing/synthesize.ts";

const runbook = readFileSync(new URL("../../../../docs/operations.md", import.meta.url), "utf8");
const templates = stacksOf(appOf(parseDeployment(sampleDocument))).map((stack) =>
  Template.fromStack(stack),
);
const alarms = templates.flatMap((template) =>
  Object.values(template.findResources("AWS::CloudWatch::Alarm")).map(({ Properties }) => ({
    name: /-prod-([A-Za-z]+)/.exec(plainText(Properties.AlarmName))?.[1],
    description: Properties.AlarmDescription as string,
  })),
);

/** The third-level sections of the runbook's chapter of alarms. */
function alarmSections(): Map<string, string> {
  const [, chapter = ""] = runbook.split(/^## Alarms$/m);
  const [alarmChapter = ""] = chapter.split(/^## /m);
  const sections = alarmChapter.split(/^### /m).slice(1);
  return new Map(sections.map((section) => [section.split("\n", 1)[0] ?? "", section]));
}

test("every alarm has its section in the runbook, and every section its alarm", () => {
  // Each gradual deployment has its two of the new version.
  const names = [...new Set(alarms.map(({ name }) => name))];
  expect([...alarmSections().keys()].sort()).toEqual(names.sort());
});

test("every section says what the alarm means and what to do", () => {
  for (const [name, section] of alarmSections()) {
    expect({ name, section }).toEqual({
      name,
      section: expect.stringMatching(/\*\*Means:\*\*[\s\S]*\*\*Do:\*\*/),
    });
  }
});

test("every alarm says what it means and where to read on", () => {
  for (const { name, description } of alarms) {
    expect(description).toMatch(
      new RegExp(`^.{30,} What to do: docs/operations\\.md#${name?.toLowerCase()}$`),
    );
  }
});

test("every business metric is on a dashboard, and in the runbook", () => {
  const dashboards = JSON.stringify(
    templates.map((template) => template.findResources("AWS::CloudWatch::Dashboard")),
  );
  for (const name of Object.values(businessMetrics).flatMap(Object.keys)) {
    expect(dashboards).toContain(name);
    expect(runbook).toContain(`\`${name}\``);
  }
});
