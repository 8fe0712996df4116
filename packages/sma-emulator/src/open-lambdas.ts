import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { OpenParts } from "@skill-call/emulation";
import {
  createBuiltLambda,
  createHttpLambda,
  type Environment,
  type LambdaFunction,
} from "@skill-call/lambda-runner";
import { parse } from "dotenv";
import type { EmulatorConfig, LambdaSource } from "./config/emulator-config.ts";
import type { EmulatorLog } from "./emulator-log.ts";
import { startFunctionsApi } from "./functions/functions-api.ts";
import type { MeetingEvent } from "./meetings/meeting-event.ts";
import type { Meetings } from "./meetings/start-meetings.ts";
import type { SipMediaApplication } from "./service/configuration.ts";
import type { SmaTrace } from "./sma-trace.ts";

interface LambdaSurroundings {
  /** Where the AWS SDK finds the emulated APIs; a Lambda's own variables win. */
  readonly environment: Environment;
  /** How many times longer than in AWS a Lambda may take; 1 without it. */
  readonly timesSlower?: number;
  readonly log: EmulatorLog;
}

export interface OpenLambdasOptions extends LambdaSurroundings {
  readonly trace: SmaTrace;
  readonly meetings: Pick<Meetings, "onEvent">;
}

/** Every Lambda of the account, ready to be invoked. */
export interface OpenLambdas {
  readonly sipMediaApplications: readonly SipMediaApplication[];
  /** Endpoint URL of Lambda's Invoke API; undefined where there are no other functions. */
  readonly functionsApi: string | undefined;
  close(): Promise<void>;
}

/** Opens the Lambdas and starts them: the first caller must not wait for one that is still being started. */
export async function openLambdas(
  config: EmulatorConfig,
  { trace, meetings, log, ...options }: OpenLambdasOptions,
): Promise<OpenLambdas> {
  const { timesSlower = 1 } = options;
  const { functions: sources = [], meetingEvents = [], awsAccountId } = config;
  const parts = new OpenParts();
  const functions = new Map<string, LambdaFunction>();
  const api =
    sources.length === 0
      ? undefined
      : parts.keep(
          await startFunctionsApi({ functionNamed: (name) => functions.get(name), trace }),
        );
  const environment = {
    ...options.environment,
    ...(api && { AWS_ENDPOINT_URL_LAMBDA: api.endpoint }),
  };
  for (const source of sources) {
    functions.set(source.name, parts.keep(openLambda(source, { environment, timesSlower, log })));
  }
  const sipMediaApplications = config.applications.map((application) => {
    const { id, awsRegion } = application;
    const lambda = openLambda(application.lambda, {
      environment: { AWS_REGION: awsRegion, ...environment },
      timesSlower,
      log: (line) => log({ ...line, source: id }),
    });
    return { ...application, lambda: parts.keep(lambda) };
  });
  const named = [...functions].map(([id, lambda]) => ({ id, lambda }));
  await warmAll([...sipMediaApplications, ...named], log);
  const told = meetingEvents.flatMap((name) => functions.get(name) ?? []);
  const stop = handOnMeetingEvents({ meetings, functions: told, awsAccountId });
  return {
    sipMediaApplications,
    functionsApi: api?.endpoint,
    close: () => {
      stop();
      return parts.close();
    },
  };
}

function openLambda(
  lambda: LambdaSource,
  { environment, timesSlower = 1, log }: LambdaSurroundings,
): LambdaFunction {
  if (lambda.kind === "http") {
    const { functionName, ...options } = lambda;
    return createHttpLambda({ ...options, name: functionName });
  }
  return createBuiltLambda({
    ...lambda,
    environment: { ...environment, ...variablesOf(lambda) },
    timesSlower,
    reload: true,
    log: ({ stream, line }) =>
      log({ level: stream === "stderr" ? "warn" : "info", source: lambda.name, message: line }),
  });
}

function variablesOf({ envFile, environment }: LambdaSource & { kind: "file" }): Environment {
  return { ...(envFile !== undefined && parse(readFileSync(envFile))), ...environment };
}

/** As many as a machine has cores: more that start at once only keep each other from being ready. */
const startsAtOnce = Math.max(2, availableParallelism());

/** Says what stands in the way of a Lambda before anybody calls. */
async function warmAll(
  lambdas: readonly { readonly id: string; readonly lambda: LambdaFunction }[],
  log: EmulatorLog,
): Promise<void> {
  const waiting = [...lambdas];
  const startNext = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const error = await next.lambda.warm();
      if (!error) continue;
      const message = `The Lambda does not start: ${error.errorType}: ${error.message}`;
      log({ level: "error", source: next.id, message });
    }
  };
  await Promise.all(Array.from({ length: startsAtOnce }, startNext));
}

interface MeetingEventsOptions {
  readonly meetings: Pick<Meetings, "onEvent">;
  /** Who gets each event. */
  readonly functions: readonly LambdaFunction[];
  readonly awsAccountId: string;
  readonly newId?: () => string;
}

/** Hands the events of meetings to functions, as a rule of EventBridge would; the answer ends that. */
function handOnMeetingEvents(options: MeetingEventsOptions): () => void {
  const { meetings, functions, awsAccountId, newId = randomUUID } = options;
  return meetings.onEvent((event) => {
    const sent = eventBridgeEvent(event, { awsAccountId, id: newId() });
    for (const each of functions) void each.invoke(sent);
  });
}

/** The envelope that EventBridge puts around it (developer guide, "Amazon Chime SDK meeting events"). */
function eventBridgeEvent(detail: MeetingEvent, envelope: { awsAccountId: string; id: string }) {
  return {
    version: "0",
    source: "aws.chime",
    account: envelope.awsAccountId,
    id: envelope.id,
    region: detail.mediaRegion,
    "detail-type": "Chime Meeting State Change",
    time: new Date(detail.timestamp).toISOString().replace(/\.\d+Z$/, "Z"),
    resources: [],
    detail,
  };
}
