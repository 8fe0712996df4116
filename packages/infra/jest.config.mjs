import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: ["<rootDir>/{src,scale}/**/*.test.ts"],
  globalSetup: "<rootDir>/src/testing/own-temporary-folder.mjs",
  globalTeardown: "<rootDir>/src/testing/remove-temporary-folder.mjs",
};
