import { type Clock, systemClock } from "@skill-call/emulation";
import type { Environment, LambdaError } from "@skill-call/lambda-runner";
import { LambdaProcess } from "@skill-call/lambda-runner";
import type { Part } from "./configuration.ts";
import type { Mistake } from "./mistake.ts";

/** Lambda's own limit of the init phase. */
const initLimitMs = 10_000;

export interface StartedLambda {
  readonly part: Part;
  /** Path of the built file. */
  readonly file: string;
  readonly environment: Environment;
  readonly clock?: Clock;
}

/** What a Lambda itself says of its environment: it is started as AWS would, and reads it at start. */
export async function mistakesOfLambda(started: StartedLambda): Promise<readonly Mistake[]> {
  const { part, file, environment, clock = systemClock } = started;
  const setting = { name: part, file, handler: "handler", environment };
  const process = new LambdaProcess(setting, () => {});
  const cancel = clock.after(initLimitMs, () => void process.kill());
  const error = await process.initialised;
  cancel();
  await process.kill();
  return error ? mistakes(error, part) : [];
}

/** A ConfigError lists its mistakes, one a line: `- ROUTES at otherwise[0]: is missing; …`. */
function mistakes({ errorType, message }: LambdaError, part: Part): Mistake[] {
  const listed = [...message.matchAll(/^- (.+?): (.+)$/gm)];
  if (listed.length === 0) return [{ part, place: errorType, problem: message }];
  return listed.map(([, place = "", problem = ""]) => ({ part, place, problem }));
}
