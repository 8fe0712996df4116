// A jest reporter that leaves reports/tests.json in the package: the counts that scripts/test.mjs adds up.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export default class CountsReporter {
  constructor(globalConfig) {
    this.rootDir = globalConfig.rootDir;
  }

  onRunComplete(_contexts, results) {
    const folder = join(this.rootDir, "reports");
    mkdirSync(folder, { recursive: true });
    const counts = {
      passed: results.numPassedTests,
      // A suite that does not even load has no failed test; it counts as one.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(join(folder, "tests.json"), `${JSON.stringify(counts)}\n`);
  }
}
