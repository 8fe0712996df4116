import { type Deployment, parseDeployment, soundPartOf } from "./deployment/deployment.ts";
import { DeploymentError } from "./deployment/deployment-error.ts";
import { readDocument } from "./deployment/read-deployment.ts";
import { silentAlarms } from "./deployment/silent-alarms.ts";
import { type Environment, lambdaEnvironments } from "./lambda/lambda-environments.ts";
import type { LambdaPackage } from "./lambda/lambda-folders.ts";
import { lambdaRuntime } from "./lambda/runtime.ts";

/** What a deployment document comes to, for `pnpm run doctor`; plain data, so that it crosses processes. */
export interface DeploymentDescription {
  /** What of the document does not fit; the rest is about the sections that do. */
  readonly mistakes: readonly string[];
  /** What fits, and is worth a word. */
  readonly notes: readonly string[];
  readonly region?: string;
  readonly runtime: string;
  /** The number that callers reach the SIP media application by. */
  readonly dialInNumber?: string;
  readonly environments: Readonly<Partial<Record<LambdaPackage, Environment>>>;
}

/** Reads a deployment document without making anything of it. */
export function describeDeployment(path: string): DeploymentDescription {
  let sound: Deployment | undefined;
  try {
    const document = readDocument(path);
    sound = soundPartOf(document);
    parseDeployment(document);
    return description([], sound);
  } catch (error) {
    if (error instanceof DeploymentError) return description(error.mistakes, sound);
    throw error;
  }
}

function description(
  mistakes: readonly string[],
  sound: Deployment | undefined,
): DeploymentDescription {
  const runtime = lambdaRuntime.name;
  if (!sound) return { mistakes, notes: [], runtime, environments: {} };
  const { region, sma } = sound;
  const [dialInNumber] = sma?.phoneNumbers ?? [];
  return {
    mistakes,
    notes: silentAlarms(sound),
    region,
    runtime,
    ...(dialInNumber !== undefined && { dialInNumber }),
    environments: Object.fromEntries(lambdaEnvironments(sound)),
  };
}
