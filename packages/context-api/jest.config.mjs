import base from "../../jest.config.base.mjs";

const [[, swc]] = Object.entries(base.transform);

export default {
  ...base,
  testMatch: ["<rootDir>/{src,test,recipes}/**/*.test.ts"],
  // jose is published as ES modules only.
  transform: { "^.+\\.(ts|js)$": swc },
  transformIgnorePatterns: ["/node_modules/(?!\\.pnpm/|jose/)"],
};
