import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: ["<rootDir>/{src,scale}/**/*.test.ts"],
  // A worker reads the CDK anew for every file of tests: one core more costs what it brings.
  testTimeout: 120_000,
};
