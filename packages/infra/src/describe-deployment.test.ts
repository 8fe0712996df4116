import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { describeDeployment } from "./describe-deployment.ts";
import { sampleDocument } from "./testing/sample-deployment.ts";

function documentOf(deployment: object): string {
  const path = join(mkdtempSync(join(tmpdir(), "skill-call-describe-")), "deployment.json");
  writeFileSync(path, JSON.stringify(deployment));
  return path;
}

test("a document comes to its Lambdas' environments, and what they run on and in", () => {
  expect(describeDeployment(documentOf(sampleDocument))).toMatchObject({
    region: "us-east-1",
    runtime: "nodejs24.x",
    dialInNumber: sampleDocument.sma.phoneNumber,
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
  expect(description).toMatchObject({ environments: { skill: expect.anything() } });
  expect(Object.keys("environments" in description ? description.environments : {})).toEqual([
    "skill",
  ]);
});

test("what does not fit is told, all of it", () => {
  expect(describeDeployment(documentOf({ stage: "prod", region: "eu-west-1", skill: {} }))).toEqual(
    {
      mistakes: [
        "region: must be us-east-1 or us-west-2",
        "skill.skillId: is missing",
        "skill.callStarter: is missing",
      ],
    },
  );
});
