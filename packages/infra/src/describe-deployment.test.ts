import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { describeDeployment } from "./describe-deployment.ts";
import { sampleDocument } from "./testing/sample-deployment.ts";

function documentOf(deployment: unknown): string {
  const path = join(mkdtempSync(join(tmpdir(), "skill-call-describe-")), "deployment.json");
  writeFileSync(path, JSON.stringify(deployment));
  return path;
}

test("a document comes to its Lambdas' environments, and what they run on and in", () => {
  expect(describeDeployment(documentOf(sampleDocument))).toMatchObject({
    mistakes: [],
    notes: [],
    region: "us-east-1",
    runtime: "nodejs24.x",
    dialInNumber: sampleDocument.sma.phoneNumbers[0],
    environments: {
      skill: { CALL_CONTEXT_TABLE: "call-contexts", CALL_STARTER: "callback" },
      "sma-handler": { ROUTES: JSON.stringify(sampleDocument.sma.routes) },
      "context-api": { JWT_ISSUER: "https://login.example.com/" },
    },
  });
});

test("a team's own document has its own Lambda only", () => {
  const { stage, skill } = sampleDocument;
  const description = describeDeployment(documentOf({ stage, skill }));
  expect(description).not.toHaveProperty("dialInNumber");
  expect(Object.keys(description.environments)).toEqual(["skill"]);
});

test("what does not fit is told, and the sections that fit are described", () => {
  const { skill, ...others } = sampleDocument;
  const document = documentOf({ ...others, skill: { skillId: skill.skillId } });
  const description = describeDeployment(document);
  expect(description.mistakes).toEqual(["skill.callStarter: is missing"]);
  expect(description.dialInNumber).toBe(sampleDocument.sma.phoneNumbers[0]);
  expect(Object.keys(description.environments)).toEqual([
    "sma-handler",
    "context-api",
    "connect-handler",
    "call-events",
  ]);
});

test.each([
  [{ ...sampleDocument, region: "west" }, "region: must be an AWS Region"],
  [{ ...sampleDocument, stage: undefined }, "stage: is missing"],
  ["prod", "the document: must be an object"],
])("where what all sections share does not fit, none is described", (document, mistake) => {
  const { mistakes, region, environments } = describeDeployment(documentOf(document));
  expect({ mistakes, region, environments }).toEqual({
    mistakes: [expect.stringContaining(mistake)],
    region: undefined,
    environments: {},
  });
});

test("a document that cannot be read is a mistake, too", () => {
  expect(describeDeployment("nowhere.json").mistakes).toEqual(["nowhere.json cannot be read"]);
});

test("alarms that tell nobody are worth a word, and no mistake", () => {
  const { alarmTopicArn: _none, ...sma } = sampleDocument.sma;
  const { stage, skill } = sampleDocument;
  expect(describeDeployment(documentOf({ stage, skill, sma }))).toMatchObject({
    mistakes: [],
    notes: [expect.stringMatching(/^sma\.alarmTopicArn: is left out: /)],
  });
});
