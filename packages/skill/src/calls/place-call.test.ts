import { expect, test } from "@jest/globals";
import { StoreUnavailableError } from "@skill-call/call-context";
import type { Annotations } from "@skill-call/telemetry";
import type { Metric } from "../metrics/metric.ts";
import { echoAccess } from "../testing/alexa-access.ts";
import { exampleForm } from "../testing/example-form.ts";
import { createFakeStore } from "../testing/fake-store.ts";
import { CallFailure } from "./call-failure.ts";
import type { CallStarter, CallToStart } from "./call-starter.ts";
import { type CallOrder, createPlaceCall, type PlaceCallPorts } from "./place-call.ts";
import { timeBudget } from "./time-budget.ts";

const contextId = "0123456789abcdef0123456789abcdef";
const order: CallOrder = {
  contextId,
  access: echoAccess,
  gathered: {
    callerName: "ana",
    accountId: "AB12",
    accountIdVerified: false,
    reason: { id: "billing" },
    locale: "en-US",
    skillId: "amzn1.ask.skill.1",
  },
};

interface Bench extends PlaceCallPorts {
  /** What happened, in its order. */
  readonly steps: unknown[];
  readonly metrics: Metric[];
  readonly annotations: Annotations[];
}

/** Ports that note what happens; the store is a fake one, the starter does as it is told. */
function bench(changed: Partial<PlaceCallPorts> & { start?: CallStarter["start"] } = {}) {
  const steps: unknown[] = [];
  const metrics: Metric[] = [];
  const annotations: Annotations[] = [];
  const store = createFakeStore();
  const starter: CallStarter = {
    name: "skill-call",
    needsCallerNumber: true,
    rings: "device",
    mayBeAskedAgain: false,
    check: () => steps.push("check"),
    async start(call) {
      steps.push([
        "start",
        call.contextId,
        call.callerNumber,
        store.records.get(contextId)?.status,
      ]);
      await changed.start?.(call);
    },
  };
  const ports: Bench = {
    steps,
    metrics,
    annotations,
    form: exampleForm,
    store: store.store,
    starter,
    fetchCallerNumber: async () => {
      steps.push("fetch the number");
      return "+12045551111";
    },
    within: () => new AbortController().signal,
    clock: () => Date.UTC(2027, 0, 1),
    log: (level, message, fields) => steps.push([level, message, fields]),
    measure: (metric) => metrics.push(metric),
    annotate: (facts) => annotations.push(facts),
    ...changed,
  };
  return { ...ports, store, place: createPlaceCall(ports) };
}

test("the context is stored before the call is started with its ID", async () => {
  const { place, steps, store } = bench();
  expect(await place(order)).toEqual({ type: "started" });
  expect(steps.slice(0, 3)).toEqual([
    "check",
    "fetch the number",
    ["start", contextId, "+12045551111", "created"],
  ]);
  expect(store.records.get(contextId)).toMatchObject({
    ...order.gathered,
    callerNumber: "+12045551111",
    callStarter: "skill-call",
    status: "created",
  });
});

test("the trace in which the context is stored is kept with it", async () => {
  const traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  const { place, store } = bench({ traceparent: () => traceparent });
  await place(order);
  expect(store.records.get(contextId)).toMatchObject({ traceparent });
});

test("the same order, delivered twice, starts one call and is answered the same", async () => {
  const { place, steps, metrics } = bench();
  expect([await place(order), await place(order)]).toEqual([
    { type: "started" },
    { type: "started" },
  ]);
  expect(steps.filter((step) => Array.isArray(step) && step[0] === "start")).toHaveLength(1);
  expect(metrics).toEqual([{ name: "CallsStarted" }]);
});

test("the same order, delivered twice at once, starts one call", async () => {
  const { place, steps } = bench();
  await Promise.all([place(order), place(order)]);
  expect(steps.filter((step) => Array.isArray(step) && step[0] === "start")).toHaveLength(1);
});

const lost = new CallFailure("connect.connection-lost");

test.each<[boolean, CallFailure, number, string]>([
  [true, lost, 2, "started"],
  [true, new CallFailure("connect.timeout"), 2, "started"],
  [true, new CallFailure("connect.throttled"), 1, "failed"],
  [false, lost, 1, "failed"],
])(
  "where asking again is safe: %s, a start that fails with %s is asked for %d times",
  async (mayBeAskedAgain, failure, times, type) => {
    let asked = 0;
    const starter: CallStarter = {
      ...bench().starter,
      mayBeAskedAgain,
      start: async () => {
        asked += 1;
        if (asked === 1) throw failure;
      },
    };
    expect(await bench({ starter }).place(order)).toMatchObject({ type });
    expect(asked).toBe(times);
  },
);

test("a start that is lost twice has failed", async () => {
  const starter: CallStarter = {
    ...bench().starter,
    mayBeAskedAgain: true,
    start: () => Promise.reject(lost),
  };
  const { place, store } = bench({ starter });
  expect(await place(order)).toEqual({ type: "failed", code: "connect.connection-lost" });
  expect(store.records.get(contextId)?.status).toBe("failed");
});

test("when the start fails the record says so, and so does the answer", async () => {
  const start = async (_: CallToStart) => {
    throw new CallFailure("session.throttled", { status: 429 });
  };
  const { place, store, steps } = bench({ start });
  expect(await place(order)).toEqual({ type: "failed", code: "session.throttled" });
  expect(store.records.get(contextId)?.status).toBe("failed");
  expect(steps.at(-1)).toEqual([
    "warn",
    "call.failed",
    expect.objectContaining({ code: "session.throttled", status: 429 }),
  ]);
});

/** As the fake store dates its records. */
const createdAt = Date.UTC(2026, 0, 1);

test("an order whose record is there, though nobody heard of it, is told as failed when it is delivered again", async () => {
  const { place, store, steps } = bench();
  const lost = createPlaceCall({
    ...bench(),
    store: {
      ...store.store,
      async create(context, request) {
        await store.store.create(context, request);
        throw new StoreUnavailableError("DynamoDB did not answer");
      },
    },
  });
  expect(await lost(order)).toEqual({ type: "failed", code: "store.unavailable" });
  expect(await place(order)).toEqual({ type: "failed", code: "call.failed-before" });
  expect(steps.filter((step) => Array.isArray(step) && step[0] === "start")).toEqual([]);
});

/** A second delivery whose first one has stored the record, and says `word` after so many milliseconds. */
function secondDelivery(word: "failed" | "claimed" | undefined, afterMs = 0) {
  const store = createFakeStore();
  let now = createdAt;
  const { place } = bench({
    store: store.store,
    clock: () => now,
    within: (milliseconds) => {
      const time = new AbortController();
      // Requests are answered at once; only who waits lets the time pass.
      const waits = milliseconds < Math.min(timeBudget.callerNumber, timeBudget.store);
      if (waits)
        setImmediate(async () => {
          now += milliseconds;
          if (word && now >= createdAt + afterMs) await store.store.advance(contextId, word);
          time.abort();
        });
      return time.signal;
    },
  });
  return {
    passed: () => now - createdAt,
    place: async () => {
      const context = { ...order.gathered, callStarter: "skill-call" } as const;
      await store.store.create(context, { contextId });
      return place(order);
    },
  };
}

// Simulated, seed 1, call 2785: the first delivery waited for Alexa in vain, after the second had said "Calling now".
test("a second delivery waits for the word of a first whose start is lost", async () => {
  const { start, markFailed } = timeBudget;
  const { place } = secondDelivery("failed", start + markFailed);
  expect(await place()).toEqual({ type: "failed", code: "call.failed-before" });
});

test("a second delivery says that the call starts as soon as the call has come", async () => {
  const { place, passed } = secondDelivery("claimed");
  expect(await place()).toEqual({ type: "started" });
  expect(passed()).toBeLessThan(timeBudget.start);
});

test("a second delivery waits no longer than the first may need", async () => {
  const { store, start, markFailed } = timeBudget;
  const { place, passed } = secondDelivery(undefined);
  expect(await place()).toEqual({ type: "started" });
  expect(passed()).toBe(store + start + markFailed);
});

test("an order that failed is not started when it is delivered again", async () => {
  let starts = 0;
  const start = async () => {
    starts += 1;
    throw new CallFailure("session.timeout");
  };
  const { place } = bench({ start });
  await place(order);
  expect(await place(order)).toEqual({ type: "failed", code: "call.failed-before" });
  expect(starts).toBe(1);
});

test("a start whose answer was lost does not end the call that it started", async () => {
  const { place, store } = bench({
    start: async () => {
      await store.store.claim(contextId, "transaction-1");
      throw new CallFailure("session.timeout");
    },
  });
  expect(await place(order)).toEqual({ type: "failed", code: "session.timeout" });
  expect(store.records.get(contextId)?.status).toBe("claimed");
});

// Seed 9, call 67, all faults 15 times as often.
test("an order whose first delivery cannot be read about is not started again, and the log says so", async () => {
  const { place, store, steps } = bench();
  await place(order);
  store.faults.get.push(new StoreUnavailableError("down"));
  expect(await place(order)).toEqual({ type: "started" });
  expect(steps.filter((step) => Array.isArray(step) && step[0] === "start")).toHaveLength(1);
  expect(steps).toContainEqual(["warn", "call.first-delivery-unknown", expect.anything()]);
});

test("the caller hears of a failed start also when the record cannot be marked", async () => {
  const { place, store, steps } = bench({
    start: async () => {
      store.faults.advance.push(new StoreUnavailableError("down"));
      throw new CallFailure("session.timeout");
    },
  });
  expect(await place(order)).toEqual({ type: "failed", code: "session.timeout" });
  expect(steps).toContainEqual(["warn", "context.not-marked-failed", expect.anything()]);
});

test("without the store there is no call", async () => {
  const { place, store, steps } = bench();
  store.faults.create.push(new StoreUnavailableError("down"));
  expect(await place(order)).toEqual({ type: "failed", code: "store.unavailable" });
  expect(steps.filter((step) => Array.isArray(step) && step[0] === "start")).toEqual([]);
});

test("a context that cannot be stored is no call", async () => {
  const { place } = bench();
  const gathered = { ...order.gathered, callerName: "" };
  expect(await place({ ...order, gathered })).toEqual({
    type: "failed",
    code: "store.invalid-context",
  });
});

test("what the request lacks is told before anything is asked for or stored", async () => {
  const starter: CallStarter = {
    ...bench().starter,
    check() {
      throw new CallFailure("request.no-device");
    },
  };
  const { place, store, steps } = bench({ starter });
  expect(await place(order)).toEqual({ type: "failed", code: "request.no-device" });
  expect(store.records.size).toBe(0);
  expect(steps).toHaveLength(1);
});

test("a starter that needs no number has none fetched, and none is stored", async () => {
  const starter: CallStarter = { ...bench().starter, needsCallerNumber: false };
  const { place, store, steps } = bench({ starter });
  await place(order);
  expect(steps).not.toContain("fetch the number");
  expect(store.records.get(contextId)).not.toHaveProperty("callerNumber");
});

test("a mistake in the program is none of these failures", async () => {
  const { place, store } = bench();
  store.faults.create.push(new TypeError("oops"));
  await expect(place(order)).rejects.toThrow(TypeError);
});

test("the log knows the context by a hash, and nothing of who calls", async () => {
  const { place, steps } = bench();
  await place(order);
  const logged = JSON.stringify(steps.filter((step) => Array.isArray(step) && step[0] === "info"));
  expect(logged).toContain("contextHash");
  for (const secret of [contextId, "ana", "AB12", "+12045551111", "token-of-the-request"]) {
    expect(logged).not.toContain(secret);
  }
});

test("all the time that a call may take is well within Alexa's eight seconds", () => {
  const most = Object.values(timeBudget).reduce((sum, milliseconds) => sum + milliseconds, 0);
  expect(most).toBeLessThanOrEqual(7000);
});

test("the trace says which call it was, by its hash, and how it ended", async () => {
  const started = bench();
  await started.place(order);
  const failed = bench({ start: () => Promise.reject(new CallFailure("session.throttled")) });
  await failed.place(order);
  const call = { callStarter: "skill-call", contextHash: "3eb1bd439947" };
  expect(started.annotations).toEqual([{ ...call, outcome: "started" }]);
  expect(failed.annotations).toEqual([{ ...call, outcome: "session.throttled" }]);
});
