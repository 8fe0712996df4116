import { test } from "@jest/globals";
import { AwsSolutionsChecks } from "cdk-nag";
import { onlyThe, sections } from "./testing/sample-deployment.ts";
import { appOf, templateOf } from "./testing/synthesize.ts";
import { writeFileSync } from "node:fs";
test.each(sections)("%s", (s) => {
  writeFileSync(`/tmp/probe-${s}.json`, JSON.stringify(templateOf(onlyThe(s)).toJSON(), null, 1));
  const app = appOf(onlyThe(s));
  const r = new AwsSolutionsChecks(app).validateScope(app);
  for (const v of r.violations) console.log(v.ruleName, v.description, v.violatingResources.map(x => x.constructPath));
});
