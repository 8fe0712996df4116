// What StrykerJS runs with, in a package's folder (scripts/mutate.mjs).
import { fileURLToPath } from "node:url";
import { mutationRun } from "./mutation-groups.mjs";

export default {
  mutate: mutationRun.files,
  testRunner: "circus",
  plugins: [fileURLToPath(new URL("mutation-runner.mjs", import.meta.url))],
  coverageAnalysis: "perTest",
  concurrency: 1,
  // A busy machine is no mistake that was noticed.
  timeoutMS: 120_000,
  timeoutFactor: 3,
  incremental: true,
  incrementalFile: mutationRun.record,
  force: mutationRun.force,
  reporters: [],
  tempDirName: mutationRun.temporary,
  ignorePatterns: [".mutants", "dist", "reports", "*.tgz"],
  allowConsoleColors: false,
  logLevel: "error",
  // It rewrites one by an interface that TypeScript 7 has not; nothing here reads one.
  tsconfigFile: "none",
};
