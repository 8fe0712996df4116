import {
  type Environment,
  GetFunctionConfigurationCommand,
  type GetFunctionConfigurationCommandOutput,
  type LambdaClient,
  PublishVersionCommand,
  UpdateFunctionConfigurationCommand,
  waitUntilFunctionActiveV2,
  waitUntilFunctionUpdatedV2,
} from "@aws-sdk/client-lambda";
import type { Destination } from "@skill-call/call-routing";
import { CommandError } from "@skill-call/terminal";
import type { Step } from "./plan.ts";
import { madeByHand, movesAlias, runningLambda } from "./running-lambda.ts";
import { triesVersion } from "./try-version.ts";

export interface RouteEverythingOptions {
  readonly part: "sma-handler" | "connect-handler";
  readonly stage: string;
  readonly destination: Destination;
  /** Take the newest code also where another version runs. */
  readonly newestCode?: boolean;
}

/** Seconds; Lambda takes a few. */
const maxWaitTime = 120;

/**
 * What sends every call to one destination now: a version of the running code whose routes are this one destination, and the
 * alias on it. What the next deployment starts from stays as it was.
 * @throws {CommandError} where the code that runs is not the newest, which is all that a version can be made of
 */
export async function routeEverything(
  client: LambdaClient,
  { part, stage, destination, newestCode = false }: RouteEverythingOptions,
): Promise<readonly Step[]> {
  const lambda = await runningLambda(client, { part, stage });
  const { name } = lambda;
  const configuration = (Qualifier: string) =>
    client.send(new GetFunctionConfigurationCommand({ FunctionName: name, Qualifier }));
  const [running, newest] = [
    await configuration(String(lambda.version)),
    await configuration("$LATEST"),
  ];
  if (running.CodeSha256 !== newest.CodeSha256 && !newestCode) {
    throw new CommandError(
      `Version ${lambda.version} runs, and the newest code is another: put the newest version to work first (put-back --to newest), or take its code with --newest-code.`,
    );
  }
  const base = newestCode ? newest : running;
  const Variables = withRoutes(base.Environment?.Variables, destination);
  let published = "the new one";
  return [
    {
      what: `${name}: a new version sends everything to ${JSON.stringify(destination)}`,
      carryOut: async () => {
        published = await publishedWith(client, {
          newest,
          settings: { Role: base.Role, Environment: { Variables } },
        });
      },
    },
    ...triesVersion(client, { name, part, version: () => published }),
    movesAlias(client, lambda, () => published),
  ];
}

/** Both at once would be a mistake to the Lambda. */
function withRoutes(variables: Readonly<Record<string, string>> = {}, destination: Destination) {
  const { ROUTES: _, ROUTES_SOURCE: __, ...others } = variables;
  return { ...others, ROUTES: JSON.stringify({ rules: [], otherwise: [destination] }) };
}

interface Publishing {
  /** The function as the next deployment starts from it. */
  readonly newest: GetFunctionConfigurationCommandOutput;
  readonly settings: { readonly Role: string | undefined; readonly Environment: Environment };
}

/** A version is made of the function's newest settings: those are what they were afterwards, whatever happens. */
async function publishedWith(
  client: LambdaClient,
  { newest, settings }: Publishing,
): Promise<string> {
  const FunctionName = newest.FunctionName ?? "";
  const set = async ({ Role, Environment }: Publishing["settings"]) => {
    await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Role, Environment }));
    await waitUntilFunctionUpdatedV2({ client, maxWaitTime }, { FunctionName });
  };
  try {
    await set(settings);
    const Description = `${madeByHand}${JSON.parse(settings.Environment.Variables?.ROUTES ?? "{}").otherwise?.[0]?.type}`;
    const { Version = "" } = await client.send(
      new PublishVersionCommand({ FunctionName, Description }),
    );
    await waitUntilFunctionActiveV2({ client, maxWaitTime }, { FunctionName, Qualifier: Version });
    return Version;
  } finally {
    await set({
      Role: newest.Role,
      Environment: { Variables: newest.Environment?.Variables ?? {} },
    });
  }
}
