// A jest reporter that leaves reports/tests.json in the package: the counts that scripts/test.mjs adds up, and what failed.
import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

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
    const failures = results.testResults
      .filter(({ failureMessage }) => failureMessage)
      .map(({ testFilePath, failureMessage }) => ({
        file: relative(this.rootDir, testFilePath),
        message: failureMessage,
      }));
    writeFileSync(join(folder, "tests.json"), `${JSON.stringify({ ...counts, failures })}\n`);
  }
}
