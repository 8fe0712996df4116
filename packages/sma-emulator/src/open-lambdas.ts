import { readFileSync } from "node:fs";
import type { Environment, LambdaFunction } from "@skill-call/lambda-runner";
import { createBuiltLambda, createHttpLambda } from "@skill-call/lambda-runner";
import { parse } from "dotenv";
import type { ConfiguredApplication, LambdaSource } from "./config/emulator-config.ts";
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
    environment: { AWS_REGION: awsRegion, ...environment, ...variablesOf(lambda) },
    reload: true,
    log: ({ stream, line }) =>
      log({ level: stream === "stderr" ? "warn" : "info", source: id, message: line }),
  });
}

function variablesOf({ envFile, environment }: LambdaSource & { kind: "file" }): Environment {
  return { ...(envFile !== undefined && parse(readFileSync(envFile))), ...environment };
}

/** Gets every Lambda ready before the first call, and says what stands in the way of one. */
export async function warmLambdas(
  applications: readonly SipMediaApplication[],
  log: EmulatorLog,
): Promise<void> {
  await Promise.all(
    applications.map(async ({ id, lambda }) => {
      const error = await lambda.warm();
      if (!error) return;
      const message = `The Lambda does not start: ${error.errorType}: ${error.message}`;
      log({ level: "error", source: id, message });
    }),
  );
}
