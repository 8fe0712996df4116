import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { onlyThe } from "../testing/sample-deployment.ts";

const folder = mkdtempSync(join(tmpdir(), "skill-call-cdk-"));
const { app } = JSON.parse(readFileSync("../../cdk.json", "utf8"));

/** Runs what is built as the CDK's command line does, at the repository's root. */
function cdkRuns(deployment: string) {
  const [, ...args] = app.split(" ");
  const CDK_CONTEXT_JSON = JSON.stringify({ deployment });
  return spawnSync(process.execPath, args, {
    cwd: "../..",
    encoding: "utf8",
    env: { ...process.env, CDK_OUTDIR: join(folder, "cdk.out"), CDK_CONTEXT_JSON },
  });
}

test("the CDK's command line finds the document's stacks in what the app leaves behind", () => {
  const document = join(folder, "deployment.json");
  writeFileSync(document, JSON.stringify(onlyThe("callContext")));
  expect(cdkRuns(document)).toMatchObject({ status: 0 });
  const manifest = JSON.parse(readFileSync(join(folder, "cdk.out/manifest.json"), "utf8"));
  expect(Object.keys(manifest.artifacts)).toContain("SkillCall-CallContext-prod");
});

test("a document that is not there is said in one line, and ends the command", () => {
  const { status, stderr } = cdkRuns("nowhere.json");
  expect(status).toBe(1);
  expect(stderr).toBe("The deployment cannot be used:\n- nowhere.json cannot be read\n");
});
