import type { LambdaClient } from "@aws-sdk/client-lambda";
import { CommandError } from "@skill-call/terminal";
import type { Part } from "./parts.ts";
import type { Step } from "./plan.ts";
import { movesAlias, runningLambda, type Version, versionsOf } from "./running-lambda.ts";
import { triesVersion } from "./try-version.ts";

export interface PutBackOptions {
  readonly part: Part;
  readonly stage: string;
  /** A version by its number, or the newest that CloudFormation published; the one before the running one without it. */
  readonly to?: number | "newest";
  /** Without a call that nobody makes. */
  readonly untried?: boolean;
}

/**
 * What puts another version of a part to work.
 * @throws {CommandError} where there is no such version
 */
export async function putBack(
  client: LambdaClient,
  { part, stage, to, untried = false }: PutBackOptions,
): Promise<readonly Step[]> {
  const lambda = await runningLambda(client, { part, stage });
  const versions = await versionsOf(client, lambda.name);
  const version = () => chosen(versions, lambda.version, to);
  if (version() === lambda.version && !lambda.shifting) return [];
  const tried = untried ? [] : triesVersion(client, { name: lambda.name, part, version });
  return [...tried, movesAlias(client, lambda, version)];
}

function chosen(versions: readonly Version[], running: number, to: PutBackOptions["to"]): number {
  const deployed = versions.filter(({ byHand }) => !byHand).map(({ number }) => number);
  const wanted =
    typeof to === "number"
      ? versions.find(({ number }) => number === to)?.number
      : deployed.filter((number) => to === "newest" || number < running).at(-1);
  if (wanted !== undefined) return wanted;
  const all = versions.map(({ number }) => number).join(", ") || "none";
  const missing = typeof to === "number" ? `no version ${to}` : "no version before";
  throw new CommandError(`There is ${missing}: ${running} runs, and there are ${all}.`);
}
