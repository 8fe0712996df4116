import type { OpenParts } from "@skill-call/emulation";
import type { LambdaLog } from "@skill-call/lambda-runner";
import { createBuiltLambda } from "@skill-call/lambda-runner";
import { type FaultyLambda, faultyLambda } from "./faulty-lambda.ts";
import {
  type AwsEndpoints,
  type LaptopCallStarter,
  type SmaSettings,
  skillEnvironment,
  smaHandlerEnvironment,
} from "./lambda-environments.ts";
import { findRepository } from "./repository.ts";

export interface LambdasOptions {
  readonly endpoints: AwsEndpoints;
  readonly callStarter: LaptopCallStarter;
  readonly sma: SmaSettings;
  /** What the skill asks; the repository's own call form without it. */
  readonly formFile?: string | undefined;
  /** Another SMA Lambda than the repository's own: path of a built file. */
  readonly smaHandlerFile?: string;
  readonly timesSlower: number;
  readonly log: LambdaLog;
}

export interface LaptopLambdas {
  readonly skill: FaultyLambda;
  readonly smaHandler: FaultyLambda;
}

/** Time limits that infra would set: Alexa waits 8 s, the PSTN Audio service 5 s. */
const skillTimeoutMs = 8_000;
const smaHandlerTimeoutMs = 5_000;

/** @throws {NotBuiltError} */
export function createLambdas(options: LambdasOptions, parts: OpenParts): LaptopLambdas {
  const { endpoints, sma, timesSlower, log } = options;
  const repository = findRepository(import.meta.url);
  const skill = createBuiltLambda({
    name: "skill",
    file: repository.lambdaFile("skill"),
    runtime: "nodejs24.x",
    environment: skillEnvironment(endpoints, options.callStarter, options.formFile),
    timeoutMs: skillTimeoutMs,
    timesSlower,
    log,
  });
  const smaHandler = createBuiltLambda({
    name: "sma-handler",
    file: options.smaHandlerFile ?? repository.lambdaFile("sma-handler"),
    ...(options.smaHandlerFile === undefined && { runtime: "nodejs24.x" }),
    environment: smaHandlerEnvironment(endpoints, sma),
    timeoutMs: smaHandlerTimeoutMs,
    timesSlower,
    log,
  });
  return {
    skill: parts.keep(faultyLambda(skill)),
    smaHandler: parts.keep(faultyLambda(smaHandler)),
  };
}
