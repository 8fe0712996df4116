import { expect, test } from "@jest/globals";
import { type AdvanceRequest, type CallStatus, hashContextId } from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import type { PstnAudioEvent } from "@skill-call/pstn-audio";
import type { Invocation } from "../invocation.ts";
import { leastForRequestMs } from "../time/budgets.ts";
import { deadlineIn } from "../time/deadline.ts";
import { type CallState, newCall } from "./call-state.ts";
import { writeLastStatus, writeStatus } from "./write-status.ts";

const contextId = "k9J2mQvX7pLw4RtZ8sYb1A";
const event: PstnAudioEvent = {
  type: "HANGUP",
  sequence: 2,
  transactionId: "t",
  attributes: {},
  legs: [],
};

type Written = Omit<AdvanceRequest, "signal"> & { readonly status: CallStatus };

interface Setting {
  readonly state?: { readonly [Key in keyof CallState]?: CallState[Key] | undefined };
  /** What the store answers, one after the other; an error is thrown. */
  readonly answers?: readonly (boolean | Error)[];
  readonly leftMs?: number;
}

/** An invocation whose store and log keep what they are told. */
function invocation({ state = {}, answers = [], leftMs = 2_500 }: Setting) {
  const written: Written[] = [];
  const logged: unknown[] = [];
  const store = {
    advance: async (id: string, status: CallStatus, request: AdvanceRequest = {}) => {
      const { signal: _, ...owner } = request;
      expect(id).toBe(contextId);
      written.push({ status, ...owner });
      const answer = answers[written.length - 1] ?? true;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  };
  const ports = { store, log: (...line: unknown[]) => logged.push(line) };
  const at = {
    event,
    ports,
    state: { ...newCall, contextId, ...state },
    deadline: deadlineIn(leftMs, new ManualClock()),
  };
  return { written, logged, at: at as unknown as Invocation };
}

const lost = new Error("lost");
const facts = { transactionId: "t", contextHash: hashContextId(contextId) };

test("a call writes the status of the context that it claimed itself", async () => {
  const { at, written, logged } = invocation({ state: { phase: "connected" } });
  await writeStatus("connected", at);
  expect(written).toStrictEqual([{ status: "connected", transactionId: "t" }]);
  expect(logged).toEqual([]);
});

test("a callback that nobody picked up has claimed nothing, and ends only what nobody claimed", async () => {
  const { at, written } = invocation({ state: { phase: "ringing" } });
  await writeStatus("failed", at);
  expect(written).toStrictEqual([{ status: "failed", onlyUnclaimed: true }]);
});

test.each([writeStatus, writeLastStatus])(
  "a call without a context writes nothing",
  async (write) => {
    const { at, written, logged } = invocation({ state: { contextId: undefined } });
    await write("ended", at);
    expect([...written, ...logged]).toEqual([]);
  },
);

test("a status that is refused, or that could not be written, is told without the context's ID", async () => {
  const refused = invocation({ answers: [false] });
  await writeStatus("connected", refused.at);
  expect(refused.logged).toEqual([
    ["warn", "context.status-refused", { ...facts, status: "connected" }],
  ]);
  const failed = invocation({ answers: [lost] });
  await writeStatus("connected", failed.at);
  expect(failed.written).toHaveLength(1);
  expect(failed.logged).toEqual([
    [
      "warn",
      "context.status-not-written",
      expect.objectContaining({ ...facts, status: "connected" }),
    ],
  ]);
});

test("the last status is written once more where that failed, and no third time", async () => {
  const once = invocation({ answers: [lost, true] });
  await writeLastStatus("ended", once.at);
  expect(once.written).toStrictEqual([
    { status: "ended", transactionId: "t" },
    { status: "ended", transactionId: "t" },
  ]);
  expect(once.logged).toEqual([]);
  const never = invocation({ answers: [lost, lost, true] });
  await writeLastStatus("ended", never.at);
  expect(never.written).toHaveLength(2);
});

test("where too little time is left for a second request, none is begun", async () => {
  const { at, written } = invocation({ answers: [lost, true], leftMs: leastForRequestMs });
  await writeLastStatus("ended", at);
  expect(written).toHaveLength(1);
});

test("a last status that is not this call's to write ends a record that nobody has claimed", async () => {
  const { at, written, logged } = invocation({ answers: [false, true] });
  await writeLastStatus("ended", at);
  expect(written).toStrictEqual([
    { status: "ended", transactionId: "t" },
    { status: "ended", onlyUnclaimed: true },
  ]);
  expect(logged).toEqual([]);
  const another = invocation({ answers: [false, false] });
  await writeLastStatus("ended", another.at);
  expect(another.logged).toEqual([
    ["warn", "context.status-refused", { ...facts, status: "ended" }],
  ]);
});
