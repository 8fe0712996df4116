export { type BuiltLambdaOptions, createBuiltLambda, usualConcurrency } from "./built-lambda.ts";
export { findHandler, type HandlerPlace } from "./find-handler.ts";
export { createHttpLambda, type HttpLambdaOptions } from "./http-lambda.ts";
export {
  createInProcessLambda,
  type InProcessLambdaOptions,
  type LambdaHandler,
} from "./in-process-lambda.ts";
export type { Environment } from "./lambda-environment.ts";
export type { LambdaError } from "./lambda-error.ts";
export type { Invocation, InvocationEnd, LambdaFunction } from "./lambda-function.ts";
export type { LambdaLog, LambdaLogLine } from "./lambda-log.ts";
export { type LambdaRuntime, lambdaRuntimes } from "./runtimes.ts";
