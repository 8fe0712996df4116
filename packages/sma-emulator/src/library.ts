// What the published package is for programs; index.ts is for the rooms of this house.
export type * from "./test-api/sma.ts";
export * from "./test-api/sma-test-error.ts";
export { testSma } from "./test-api/test-sma.ts";
