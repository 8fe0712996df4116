import { billedMs, measuredCpuMs, type WorkAndWaits } from "./measured-times.ts";

/** As the stacks deploy them. */
export const memoryGb = 0.5;

/** Assumed: an answer of DynamoDB in the same Region. */
const dynamoDbMs = 8;

/** Assumed: Alexa's calling API. */
const alexaMs = 400;

/**
 * What one call costs in requests and lines. They are the code's own, and each package's tests hold them: the requests
 * packages/{skill/test/lambda,sma-handler/test/built-lambda,context-api/test/built-lambda}.test.ts, the lines
 * packages/{skill/test/requests,sma-handler/test/calls/log,sma-handler/test/calls/metrics,context-api/test/telemetry}
 * .test.ts; the invocations are those of `pnpm demo`, case 1. CPU time is that of the last
 * benchmark (docs/performance.md), as much longer as a function of this memory has less of a processor. What others take is
 * assumed: set what you measure and print the tables anew.
 */
export const callProfile = {
  skill: {
    /** Launch, name, account ID, reason, yes. */
    invocations: 5,
    /** PutItem, on the last of them. */
    writes: 1,
    reads: 0,
    /** Two a turn, and one about the call. */
    logLines: 11,
    /** CallsStarted. */
    metricLines: 1,
    milliseconds: each(5, {
      cpuMs: 4 * measuredCpuMs("skill, launch") + measuredCpuMs("skill, the last turn"),
      waitMs: dynamoDbMs + alexaMs,
    }),
  },
  smaHandler: {
    /** NEW_INBOUND_CALL, ACTION_SUCCESSFUL, HANGUP of one leg, HANGUP of the other. */
    invocations: 4,
    /** UpdateItem: claimed, connected, ended. */
    writes: 3,
    reads: 0,
    /** One an event, and one about the context. */
    logLines: 5,
    /** ContextsClaimed, CallsRouted, CallsConnected, TimeToAnswer. */
    metricLines: 4,
    /** The first event has the most to do. */
    milliseconds: each(4, {
      cpuMs: 4 * measuredCpuMs("SMA handler, INVITE"),
      waitMs: 3 * dynamoDbMs,
    }),
  },
  contextApi: {
    /** The agent's screen, once a call. */
    invocations: 1,
    writes: 0,
    /** GetItem, strongly consistent. */
    reads: 1,
    /** The audit log's, and API Gateway's access log's. */
    logLines: 2,
    /** ContextsRead. */
    metricLines: 1,
    milliseconds: each(1, { cpuMs: measuredCpuMs("context API, GET"), waitMs: dynamoDbMs }),
  },
} as const satisfies CallProfile;

export type CallProfile = Readonly<Record<"skill" | "smaHandler" | "contextApi", LambdaProfile>>;

export interface LambdaProfile {
  readonly invocations: number;
  readonly writes: number;
  readonly reads: number;
  /** Of our own log. */
  readonly logLines: number;
  /** Of CloudWatch's embedded metric format, in the same log. */
  readonly metricLines: number;
  /** Of one invocation, warm, as it is billed. */
  readonly milliseconds: number;
}

/** The mean of so many invocations, billed in whole milliseconds. */
function each(invocations: number, call: WorkAndWaits): number {
  return Math.ceil(billedMs(call, memoryGb) / invocations);
}

/** Bytes of a line: our own two as they were measured, on average over such a call. */
export const lineBytes = { log: 270, metric: 220 } as const;

/** Assumed: what Lambda itself writes about an invocation, START, END and REPORT. */
export const lambdaLogBytes = 350;

/** Assumed: from answer to hang-up. */
export const callMinutes = 5;

/** Calls a second. */
export const rates = [1, 100, 10_000] as const;
