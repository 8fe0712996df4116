import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: ["<rootDir>/{src,scale}/**/*.test.ts"],
  // Every file of tests loads the CDK anew: seconds on a quiet machine, many of them on a busy one.
  testTimeout: 120_000,
  globalSetup: "<rootDir>/src/testing/own-temporary-folder.mjs",
  globalTeardown: "<rootDir>/src/testing/remove-temporary-folder.mjs",
};
