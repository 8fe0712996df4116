import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { connectFilesIn } from "../connect/connect-files.ts";
import type { Deployment } from "../deployment/deployment.ts";
import type { LambdaFolders } from "../lambda/lambda-folders.ts";
import { type SkillCallAppOptions, skillCallApp } from "../skill-call-app.ts";

/** Stands for what the packages build: these tests need no build. */
const lambdaFolders: LambdaFolders = (name) => {
  const folder = join(mkdtempSync(join(tmpdir(), "skill-call-infra-")), name);
  mkdirSync(folder);
  writeFileSync(join(folder, "index.mjs"), "export const handler = async () => {};\n");
  return folder;
};

/** The flows themselves: they are no build. */
const connectFiles = () => connectFilesIn(fileURLToPath(new URL("../../..", import.meta.url)));

/**
 * Not held against CloudFormation's own rules: that engine takes seconds to start in every file of tests. Nor does each
 * construct note where it was made, for which jest reads a source map.
 */
export function appOf(
  deployment: Deployment,
  options: Pick<SkillCallAppOptions, "emergency"> = {},
): App {
  return skillCallApp(deployment, {
    ...options,
    lambdaFolders,
    connectFiles,
    app: { builtinCloudFormationValidation: false, stackTraces: false, treeMetadata: false },
  });
}

/** As it is deployed. */
export function strictAppOf(deployment: Deployment): App {
  return skillCallApp(deployment, { lambdaFolders, connectFiles });
}

export function stacksOf(app: App): Stack[] {
  return app.node.children.filter((child): child is Stack => "stackName" in child);
}

/** The template of the one stack of a deployment. */
export function templateOf(deployment: Deployment): Template {
  const [stack, ...others] = stacksOf(appOf(deployment));
  if (stack === undefined || others.length > 0) throw new RangeError("Not one stack");
  return Template.fromStack(stack);
}
