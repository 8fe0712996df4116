import base from "../../jest.config.base.mjs";

export default {
  ...base,
  testMatch: [
    "<rootDir>/{src,test,skill-package-lint,skill-package-build,skill-package-tools}/**/*.test.ts",
  ],
};
