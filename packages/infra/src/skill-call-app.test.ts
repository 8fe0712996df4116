import { expect, test } from "@jest/globals";
import { Template } from "aws-cdk-lib/assertions";
import type { Stack } from "aws-cdk-lib";
import { parseDeployment } from "./deployment.ts";
import { skillCallApp } from "./skill-call-app.ts";

test("try", () => {
  const app = skillCallApp(parseDeployment({ stage: "prod", callContext: {}, 
   skill: {skillId: "amzn1.ask.skill.12345678-1234-1234-1234-123456789012", smaPhoneNumber: "+16073331111"} }));
  for (const s of app.node.children) console.log(JSON.stringify(Template.fromStack(s as Stack).toJSON(), null, 1).slice(0, 3000));
});
