/**
 * What one call costs in requests. The requests are the code's own, each held by a test:
 * packages/skill/test/requests.test.ts, packages/sma-handler/test/built-lambda.test.ts; the invocations are those of
 * `pnpm demo`, case 1. The rest is assumed: set what you measure and print the tables anew.
 */
export const callProfile = {
  skill: {
    /** Launch, name, account ID, reason, yes. */
    invocations: 5,
    /** PutItem, on the last of them. */
    writes: 1,
    reads: 0,
    /** Assumed, the mean over a conversation; its last turn waits for Alexa's calling API. */
    milliseconds: 150,
  },
  smaHandler: {
    /** NEW_INBOUND_CALL, ACTION_SUCCESSFUL, HANGUP of one leg, HANGUP of the other. */
    invocations: 4,
    /** UpdateItem: claimed, connected, ended. */
    writes: 3,
    reads: 0,
    /** Assumed. */
    milliseconds: 50,
  },
  contextApi: {
    /** The agent's screen, once a call. */
    invocations: 1,
    writes: 0,
    /** GetItem, strongly consistent. */
    reads: 1,
    /** Assumed. */
    milliseconds: 50,
  },
} as const satisfies Record<string, LambdaProfile>;

export interface LambdaProfile {
  readonly invocations: number;
  readonly writes: number;
  readonly reads: number;
  /** Of one invocation, warm. */
  readonly milliseconds: number;
}

/** As the stacks deploy them. */
export const memoryGb = 0.5;

/** Assumed, of one invocation: Lambda's own three lines, ours, and the metrics. */
export const logBytes = 1_500;

/** Assumed: from answer to hang-up. */
export const callMinutes = 5;

/** Calls a second. */
export const rates = [1, 100, 10_000] as const;
