import { App, type AppProps, Tags, Validations } from "aws-cdk-lib";
import { AwsSolutionsChecks } from "cdk-nag";
import type { ConnectFiles } from "./connect/connect-files.ts";
import type { Deployment } from "./deployment/deployment.ts";
import type { LambdaFolders } from "./lambda/lambda-folders.ts";
import { CallContextStack } from "./stacks/call-context-stack.ts";
import { CallEventsStack } from "./stacks/call-events-stack.ts";
import { ConnectStack } from "./stacks/connect-stack.ts";
import { ContextApiStack } from "./stacks/context-api-stack.ts";
import { SkillStack } from "./stacks/skill-stack.ts";
import { SmaStack } from "./stacks/sma-stack.ts";

export interface SkillCallAppOptions {
  readonly lambdaFolders: LambdaFolders;
  /** What an instance of Amazon Connect is given. */
  readonly connectFiles: () => ConnectFiles;
  readonly app?: AppProps;
  /** New versions take over at once, whatever any alarm says: `cdk deploy -c emergency=true`. */
  readonly emergency?: boolean;
}

/** What CloudFormation's own rules find, be it a warning, ends the synthesis. */
const strictRules = {
  "@aws-cdk/core:validateAgainstDefaultRules": true,
  "@aws-cdk/core:strictCfnValidateErrors": true,
};

/** The app with a stack for each section of the deployment document. */
export function skillCallApp(deployment: Deployment, options: SkillCallAppOptions): App {
  const { stage, region, table, encryption } = deployment;
  const { callContext, skill, sma, contextApi, connect, callEvents } = deployment;
  // Without analytics the templates hold nothing but what is written here.
  const app = new App({ analyticsReporting: false, context: strictRules, ...options.app });
  const name = (part: string) => `SkillCall-${part}-${stage}`;
  const env = { region, account: process.env.CDK_DEFAULT_ACCOUNT };
  const { lambdaFolders, emergency = false } = options;
  const common = { stage, env, table, encryption, lambdaFolders, emergency };
  if (callContext) {
    new CallContextStack(app, name("CallContext"), { stage, env, deployment: callContext });
  }
  if (skill) new SkillStack(app, name("Skill"), { ...common, deployment: skill });
  if (sma) new SmaStack(app, name("Sma"), { ...common, deployment: sma });
  if (contextApi)
    new ContextApiStack(app, name("ContextApi"), { ...common, deployment: contextApi });
  if (connect) {
    const files = options.connectFiles();
    new ConnectStack(app, name("Connect"), { ...common, deployment: connect, files });
  }
  if (callEvents)
    new CallEventsStack(app, name("CallEvents"), { ...common, deployment: callEvents });
  Tags.of(app).add("application", "skill-call");
  Tags.of(app).add("stage", stage);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  return app;
}
