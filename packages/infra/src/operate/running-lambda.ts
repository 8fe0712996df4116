import {
  type FunctionConfiguration,
  GetAliasCommand,
  type LambdaClient,
  paginateListFunctions,
  paginateListVersionsByFunction,
  UpdateAliasCommand,
} from "@aws-sdk/client-lambda";
import { CommandError } from "@skill-call/terminal";
import { functionNamePrefix, type Part } from "./parts.ts";
import type { Step } from "./plan.ts";

/** The alias that is invoked (packages/infra/src/lambda/built-lambda.ts). */
const aliasName = "live";

/** A version that one of these commands made; CloudFormation knows nothing of it. */
export const madeByHand = "everything to ";

export interface Version {
  readonly number: number;
  readonly byHand: boolean;
}

/** A part's Lambda as it runs. */
export interface RunningLambda {
  readonly name: string;
  /** What the alias leads to. */
  readonly version: number;
  /** While a deployment shifts it, another version has a part of the invocations. */
  readonly shifting: boolean;
  /** Of the alias: whoever else moves it meanwhile has gone first. */
  readonly revisionId: string | undefined;
}

/** @throws {CommandError} where the stack is not there, or the alias leads to no version */
export async function runningLambda(
  client: LambdaClient,
  { part, stage }: { readonly part: Part; readonly stage: string },
): Promise<RunningLambda> {
  const name = await functionName(client, functionNamePrefix(part, stage));
  const { FunctionVersion, RevisionId, RoutingConfig } = await client.send(
    new GetAliasCommand({ FunctionName: name, Name: aliasName }),
  );
  const version = Number(FunctionVersion);
  if (!Number.isInteger(version))
    throw new CommandError(`${name}: ${aliasName} leads to no version.`);
  const weights = RoutingConfig?.AdditionalVersionWeights ?? {};
  return { name, version, shifting: Object.keys(weights).length > 0, revisionId: RevisionId };
}

async function functionName(client: LambdaClient, prefix: string): Promise<string> {
  const found: string[] = [];
  for await (const { Functions = [] } of paginateListFunctions({ client }, {})) {
    found.push(...Functions.flatMap(({ FunctionName = "" }) => FunctionName));
  }
  const named = found.filter((name) => name.startsWith(prefix));
  const [name] = named;
  if (name !== undefined && named.length === 1) return name;
  throw new CommandError(
    named.length > 1
      ? `${named.join(", ")} all begin with ${prefix}: another stage's name begins as this one's does.`
      : `There is no function ${prefix}… in this account and Region: is the stack deployed, and the document the right one?`,
  );
}

/** The published versions, the oldest first. */
export async function versionsOf(client: LambdaClient, name: string): Promise<readonly Version[]> {
  const found: FunctionConfiguration[] = [];
  for await (const { Versions = [] } of paginateListVersionsByFunction(
    { client },
    { FunctionName: name },
  )) {
    found.push(...Versions);
  }
  return found
    .map(({ Version, Description }) => ({
      number: Number(Version),
      byHand: Description?.startsWith(madeByHand) ?? false,
    }))
    .filter(({ number }) => Number.isInteger(number))
    .sort((one, other) => one.number - other.number);
}

/** Moves the alias, all at once: a part of the invocations that went elsewhere comes along. */
export function movesAlias(
  client: LambdaClient,
  { name, version, revisionId }: RunningLambda,
  to: () => number | string,
): Step {
  return {
    what: `${name}: ${aliasName} moves from version ${version} to ${to()}`,
    carryOut: async () => {
      await client.send(
        new UpdateAliasCommand({
          FunctionName: name,
          Name: aliasName,
          FunctionVersion: String(to()),
          RoutingConfig: { AdditionalVersionWeights: {} },
          ...(revisionId !== undefined && { RevisionId: revisionId }),
        }),
      );
    },
  };
}
