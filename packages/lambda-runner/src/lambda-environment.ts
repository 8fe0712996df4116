import { basename, dirname, extname } from "node:path";
import type { LambdaRuntime } from "./runtimes.ts";

export type Environment = Readonly<Record<string, string>>;

export interface LambdaSetting {
  readonly name: string;
  /** Absolute path of the file that is run. */
  readonly file: string;
  /** Absolute path of the file that it was made from: itself, where nothing had to be made. */
  readonly source: string;
  /** Name of the exported function; a dot leads into an exported object. */
  readonly exported: string;
  readonly runtime: LambdaRuntime;
  /** The function's own variables. */
  readonly environment: Environment;
  /** How many times more slowly time passes for it. */
  readonly timesSlower: number;
}

/** What a process needs to start at all; nothing else of the host's environment reaches a Lambda. */
const neededFromHost = ["PATH", "SystemRoot", "TMPDIR", "TEMP", "VIRTUAL_ENV"];

/** The environment of a Lambda's process: Lambda's reserved variables, then the function's own. */
export function lambdaEnvironment(setting: LambdaSetting, host: NodeJS.ProcessEnv): Environment {
  const { name, source, exported, runtime, environment, timesSlower } = setting;
  const kept = neededFromHost.flatMap((variable) => {
    const value = host[variable];
    return value === undefined ? [] : [[variable, value] as const];
  });
  return {
    ...Object.fromEntries(kept),
    // A developer's own AWS profile must not decide what a Lambda does here.
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    ...environment,
    AWS_DEFAULT_REGION: environment.AWS_REGION ?? "us-east-1",
    AWS_EXECUTION_ENV: `AWS_Lambda_${runtime}`,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: "$LATEST",
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: "128",
    AWS_LAMBDA_INITIALIZATION_TYPE: "on-demand",
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: "local",
    LAMBDA_TASK_ROOT: dirname(source),
    // Lambda's own has /var/task at its end: "util/names.js" is found from the function's root.
    NODE_PATH: dirname(source),
    // Not one of Lambda's own: where a compiled Lambda finds the packages of its source.
    LAMBDA_SOURCE: source,
    // Nor is this: the runtime makes its time pass more slowly.
    ...(timesSlower !== 1 && { LAMBDA_TIMES_SLOWER: `${timesSlower}` }),
    LANG: "en_US.UTF-8",
    TZ: ":UTC",
    _HANDLER: `${basename(source, extname(source))}.${exported}`,
  };
}
