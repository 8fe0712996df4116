// What every package's tests run with: a package.json names it as its preset, a jest.config.mjs starts from it.
import { fileURLToPath } from "node:url";

// The AWS SDK says in every test file that it will leave Node 20 some day; what a test says is lost among that.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Dependencies that are published as ES modules only. */
const modulesOnly = ["ansi-regex", "get-east-asian-width", "jose", "string-width", "strip-ansi"];

export default {
  testEnvironment: "node",
  testMatch: ["<rootDir>/{src,test}/**/*.test.ts"],
  // The copies of `pnpm mutate`, which may be at work: a second package of the same name.
  modulePathIgnorePatterns: ["<rootDir>/\\.mutants/"],
  transform: {
    "^.+\\.(ts|js)$": [
      "@swc/jest",
      {
        jsc: { parser: { syntax: "typescript" }, target: "es2023" },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!\\.pnpm/|(?:${modulesOnly.join("|")})/)`],
  runtime: `${root}scripts/jest-runtime.cjs`,
  // One file a package with the counts; scripts/test.mjs adds them up.
  reporters: [
    "default",
    `${root}scripts/jest-counts-reporter.mjs`,
    `${root}scripts/jest-hang-reporter.mjs`,
  ],
  // A socket or process left open is our bug: say so instead of hanging.
  forceExit: false,
  // A limit that only a hang reaches: on a busy machine a process or a browser takes as long as it takes, and no test
  // has a limit of its own.
  testTimeout: 600_000,
};
