import { App, Aspects, Tags } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import { CallContextStack } from "./call-context-stack.ts";
import type { Deployment } from "./deployment.ts";
import { SkillStack } from "./skill-stack.ts";
import { SmaStack } from "./sma-stack.ts";

/** The app with a stack for each section of the deployment document. */
export function skillCallApp(deployment: Deployment, app = new App()): App {
  const { stage, region } = deployment;
  const account = process.env.CDK_DEFAULT_ACCOUNT;
  const common = { stage, env: { region, ...(account !== undefined && { account }) } };
  const name = (part: string) => `SkillCall-${part}-${stage}`;

  if (deployment.callContext) {
    new CallContextStack(app, name("CallContext"), { ...common, deployment: deployment.callContext });
  }
  if (deployment.skill) {
    new SkillStack(app, name("Skill"), { ...common, deployment: deployment.skill });
  }
  if (deployment.sma) {
    new SmaStack(app, name("Sma"), { ...common, deployment: deployment.sma });
  }
  Tags.of(app).add("application", "skill-call");
  Tags.of(app).add("stage", stage);
  Aspects.of(app).add(new AwsSolutionsChecks());
  return app;
}
