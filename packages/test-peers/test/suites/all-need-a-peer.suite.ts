import { beforeAll } from "@jest/globals";
import { testWith } from "../../src/index.ts";
import { nobody, somebody } from "./nobody.ts";

beforeAll(() => {
  throw new Error("There is nobody to start.");
});

testWith(somebody, nobody)("needs a peer that is started first", async () => {});
