import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: ["<rootDir>/{src,scale}/**/*.test.ts"],
  // Every file of tests loads the CDK anew: seconds on a quiet machine, many of them on a busy one.
  testTimeout: 120_000,
};
