import { GetAccountSettingsCommand, GetFunctionConfigurationCommand } from "@aws-sdk/client-lambda";
import { CommandError } from "@skill-call/terminal";
import type { Deployment } from "../deployment/deployment.ts";
import { type Part, parts } from "../operate/parts.ts";
import { runningLambda, versionsOf } from "../operate/running-lambda.ts";
import type { Clients, LiveMistake, Questions } from "./answer.ts";

/** The section of each part in the deployment document. */
const sections: Readonly<Record<Part, keyof Deployment>> = {
  skill: "skill",
  "sma-handler": "sma",
  "connect-handler": "connect",
  "context-api": "contextApi",
  "call-events": "callEvents",
};

/** What a new account may run at once is less than the usual 1,000, and a handful of calls would use it up. */
const fewExecutions = 100;

/** Lambdas: whether each runs the version that was deployed last, and whether the account has room for them. */
export const askOfLambdas: Questions = (deployment, clients) => {
  const deployed = parts.filter((part) => deployment[sections[part]] !== undefined);
  return [
    ...deployed.map((part) => ({
      place: part,
      ask: () => runsNewest(clients, { part, stage: deployment.stage }),
    })),
    ...(deployed.length > 0 ? [{ place: "Lambda", ask: () => room(clients) }] : []),
  ];
};

interface Deployed {
  readonly part: Part;
  readonly stage: string;
}

async function runsNewest(
  { lambda: client }: Clients,
  { part, stage }: Deployed,
): Promise<LiveMistake[]> {
  try {
    const { name, version, shifting } = await runningLambda(client, { part, stage });
    const versions = await versionsOf(client, name);
    const newest = versions.findLast(({ byHand }) => !byHand)?.number ?? version;
    const { byHand = false } = versions.find(({ number }) => number === version) ?? {};
    if (shifting || version === newest) return [];
    const how = byHand ? "which `operate route-everything` made" : "which was put back";
    const problem = `version ${version} runs, ${how}, and ${newest} was deployed last: before the next deployment \`operate put-back ${part} --to newest\``;
    return [{ place: part, problem }];
  } catch (error) {
    if (error instanceof CommandError) return [{ place: part, problem: error.message }];
    throw error;
  }
}

async function room({ lambda }: Clients): Promise<LiveMistake[]> {
  const { AccountLimit } = await lambda.send(new GetAccountSettingsCommand({}));
  const { ConcurrentExecutions = fewExecutions, UnreservedConcurrentExecutions } =
    AccountLimit ?? {};
  const free = UnreservedConcurrentExecutions ?? ConcurrentExecutions;
  if (free >= fewExecutions) return [];
  const problem = `the account may run ${free} functions at once, where 1,000 are usual: raise the quota Concurrent executions (docs/scale.md)`;
  return [{ place: "Lambda", problem }];
}

/** The table that each part's running version uses, by part; without those that are not deployed. */
export async function tablesInUse(
  { lambda: client }: Clients,
  deployment: Deployment,
): Promise<ReadonlyMap<Part, string>> {
  const found = new Map<Part, string>();
  for (const part of parts.filter((each) => deployment[sections[each]] !== undefined)) {
    try {
      const { name, version } = await runningLambda(client, { part, stage: deployment.stage });
      const Qualifier = String(version);
      const command = new GetFunctionConfigurationCommand({ FunctionName: name, Qualifier });
      const { Environment } = await client.send(command);
      const table = Environment?.Variables?.CALL_CONTEXT_TABLE;
      if (table !== undefined) found.set(part, table);
    } catch (error) {
      // That it is not there is said of the part itself.
      if (!(error instanceof CommandError)) throw error;
    }
  }
  return found;
}
