export { createFakeLambda, type FakeLambda } from "./fake-lambda.ts";
