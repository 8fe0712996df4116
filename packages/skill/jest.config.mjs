import base from "../../jest.config.base.mjs";

export default { ...base, testMatch: ["<rootDir>/{src,test,skill-package-lint}/**/*.test.ts"] };
