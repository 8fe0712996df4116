import type { Environment, LambdaFunction } from "@skill-call/lambda-runner";
import { createBuiltLambda, createHttpLambda } from "@skill-call/lambda-runner";
import type { ConfiguredApplication } from "./config/emulator-config.ts";
import type { EmulatorLog } from "./emulator-log.ts";
import type { SipMediaApplication } from "./service/configuration.ts";

export interface LambdaSurroundings {
  /** Where the AWS SDK finds the emulated APIs; an application's own variables win. */
  readonly environment: Environment;
  readonly log: EmulatorLog;
}

/** The SIP media applications with Lambdas that can be invoked. */
export function openApplications(
  applications: readonly ConfiguredApplication[],
  surroundings: LambdaSurroundings,
): readonly SipMediaApplication[] {
  return applications.map((application) => ({
    ...application,
    lambda: openLambda(application, surroundings),
  }));
}

function openLambda(
  { lambda, id, awsRegion }: ConfiguredApplication,
  { environment, log }: LambdaSurroundings,
): LambdaFunction {
  if (lambda.kind === "http") return createHttpLambda(lambda);
  return createBuiltLambda({
    ...lambda,
    environment: { AWS_REGION: awsRegion, ...environment, ...lambda.environment },
    log: ({ stream, line }) =>
      log({ level: stream === "stderr" ? "warn" : "info", source: id, message: line }),
  });
}
