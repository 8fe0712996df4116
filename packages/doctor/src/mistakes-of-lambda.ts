import type { Clock } from "@skill-call/emulation";
import type { Environment, LambdaError } from "@skill-call/lambda-runner";
import { createBuiltLambda } from "@skill-call/lambda-runner";
import type { Part } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";

export interface StartedLambda {
  readonly part: Part;
  /** Path of the built file. */
  readonly file: string;
  readonly environment: Environment;
  readonly clock?: Clock;
}

/** What a Lambda itself says of its environment: it is started as AWS would, and reads it at start. */
export async function mistakesOfLambda(started: StartedLambda): Promise<readonly Mistake[]> {
  const { part, ...options } = started;
  const lambda = createBuiltLambda({ ...options, name: part, runtime: "nodejs24.x" });
  const error = await lambda.warm();
  await lambda.close();
  return error ? mistakes(error, part) : [];
}

/** A ConfigError lists its mistakes, one a line: `- ROUTES at otherwise[0]: is missing; …`. */
function mistakes({ errorType, message }: LambdaError, part: Part): Mistake[] {
  const listed = [...message.matchAll(/^- (.+?): (.+)$/gm)];
  if (listed.length === 0) return [{ part, place: errorType, problem: message }];
  return listed.map(([, place = "", problem = ""]) => ({ part, place, problem }));
}
