import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: ["<rootDir>/{src,test,skill-package-lint,skill-package-build}/**/*.test.ts"],
};
