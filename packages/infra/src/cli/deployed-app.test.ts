import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { stacksOf } from "../testing/synthesize.ts";
import { deployedApp } from "./deployed-app.ts";

const folder = mkdtempSync(join(tmpdir(), "skill-call-deployed-"));
const starts = "export const handler = async () => {};\n";

function packagesWith(lambdas: Readonly<Record<string, string>>): string {
  const packages = mkdtempSync(join(folder, "packages-"));
  for (const [name, source] of Object.entries(lambdas)) {
    const own = name === "infra" ? ["canary", "rehearsal", "voice-api"] : [""];
    for (const folder of own) {
      const lambda = join(packages, name, "dist/lambda", folder);
      mkdirSync(lambda, { recursive: true });
      writeFileSync(join(lambda, "index.mjs"), source);
    }
  }
  return packages;
}

function documentOf(deployment: object): string {
  const path = join(mkdtempSync(join(folder, "document-")), "deployment.json");
  writeFileSync(path, JSON.stringify(deployment));
  return path;
}

test("a document and built Lambdas make an app with the document's stacks", () => {
  const packagesFolder = packagesWith({ "sma-handler": starts, infra: starts });
  const app = deployedApp({ path: documentOf(onlyThe("sma")), packagesFolder });
  expect(stacksOf(app).map(({ stackName }) => stackName)).toEqual(["SkillCall-Sma-prod"]);
});

test("a package that is not built is named, with the command that builds it", () => {
  const path = documentOf(onlyThe("sma"));
  expect(() => deployedApp({ path, packagesFolder: packagesWith({}) })).toThrow(
    "packages/sma-handler/dist/lambda/index.mjs is not built; run: npx -y pnpm@12 build",
  );
});

test("what the Lambdas refuse is listed together, before anything is made", () => {
  const packagesFolder = packagesWith({
    skill: 'throw new Error("the skill refuses");',
    "sma-handler": 'throw new Error(process.env.WITHOUT_CONTEXT + " refuses");',
    "context-api": starts,
  });
  const { stage, skill, sma, contextApi } = sampleDocument;
  const path = documentOf({ stage, skill, sma, contextApi });
  expect(() => deployedApp({ path, packagesFolder })).toThrow(
    "The deployment cannot be used:\n- the skill refuses\n- otherwise refuses",
  );
});

test("the call context stack has no Lambda, and needs no build", () => {
  const path = documentOf(onlyThe("callContext"));
  expect(stacksOf(deployedApp({ path, packagesFolder: packagesWith({}) }))).toHaveLength(1);
});
