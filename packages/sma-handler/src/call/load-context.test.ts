import { expect, test } from "@jest/globals";
import {
  type CallContext,
  ContextExpiredError,
  hashContextId,
  StoreUnavailableError,
} from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { sampleContext } from "../../test/support/sample-context.ts";
import type { Invocation } from "../invocation.ts";
import { deadlineIn } from "../time/deadline.ts";
import { loadContext } from "./load-context.ts";

const contextId = "k9J2mQvX7pLw4RtZ8sYb1A";
const userToUser = "04637369;encoding=hex";
const traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
const record = { ...sampleContext, contextId, traceparent } as unknown as CallContext;

/** An invocation whose ports keep what they are told. */
function invocation(claim: () => CallContext) {
  const told: Record<"logged" | "annotated" | "claimed", unknown[]> = {
    logged: [],
    annotated: [],
    claimed: [],
  };
  const ports = {
    store: {
      claim: async (...request: unknown[]) => {
        told.claimed.push(request);
        return claim();
      },
    },
    log: (...line: unknown[]) => told.logged.push(line),
    measure: () => {},
    annotate: (facts: unknown) => told.annotated.push(facts),
  };
  const at = {
    event: { transactionId: "t" },
    ports,
    deadline: deadlineIn(2_500, new ManualClock()),
  };
  return { told, at: at as unknown as Invocation };
}

test("a context is claimed for the call, under a signal, and its trace is told", async () => {
  const { told, at } = invocation(() => record);
  expect(await loadContext({ contextId }, at)).toStrictEqual({
    contextId,
    context: record,
    outOfTime: false,
  });
  expect(told.claimed).toEqual([[contextId, "t", { signal: expect.any(AbortSignal) }]]);
  expect(told.annotated).toEqual([{ startedIn: "1-0af76519-16cd43dd8448eb211c80319c" }]);
  expect(told.logged).toEqual([]);
});

test("the header as it came goes along with the context", async () => {
  const { at } = invocation(() => record);
  expect(await loadContext({ contextId, userToUser }, at)).toMatchObject({ contextId, userToUser });
});

test("a call without a context ID asks nobody", async () => {
  const { told, at } = invocation(() => record);
  expect(await loadContext({}, at)).toStrictEqual({ problem: "no-context-id", outOfTime: false });
  expect(told.claimed).toEqual([]);
});

test.each([
  ["is over, is not this call's", new ContextExpiredError(), { problem: "expired" }],
  [
    "could not be asked for, may be",
    new StoreUnavailableError(),
    { problem: "store-unavailable", contextId, userToUser },
  ],
])("a context that %s, and the log says why without its ID", async (_, error, loaded) => {
  const { told, at } = invocation(() => {
    throw error;
  });
  const found = await loadContext({ contextId, userToUser }, at);
  expect(found).toStrictEqual({ ...loaded, outOfTime: false });
  expect(told.logged).toEqual([
    [
      "warn",
      "context.missing",
      expect.objectContaining({
        problem: loaded.problem,
        transactionId: "t",
        contextHash: hashContextId(contextId),
      }),
    ],
  ]);
});
