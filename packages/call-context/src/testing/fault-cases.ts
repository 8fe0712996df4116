import assert from "node:assert/strict";
import type { CallContextRecord } from "../call-context.ts";
import type { ConformanceSetup } from "./conformance-case.ts";
import { expectFailure, expectSame, transactionId } from "./expectations.ts";

/** What befalls the requests to the table that come next; a fault without `times` befalls one. */
export interface StoreFault {
  /**
   * - `throttle`, `internal-server-error`: refused, and nothing carried out
   * - `hang`: never answered, and nothing carried out
   * - `answer-lost`: carried out, then the connection breaks
   */
  readonly kind: "throttle" | "internal-server-error" | "hang" | "answer-lost";
  readonly times?: number;
}

/** The faults of a table; those of a local DynamoDB fit. */
export interface StoreFaults {
  add(fault: StoreFault): void;
  clear(): void;
}

export interface FaultSetup extends ConformanceSetup {
  readonly faults: StoreFaults;
}

/** A sentence about every store whose table is across the network. */
export interface FaultCase {
  readonly name: string;
  run(setup: FaultSetup): Promise<void>;
}

type Operation = (setup: FaultSetup, record: CallContextRecord) => Promise<unknown>;

/** What each operation has done in the end, whatever befell its requests. */
const operations: Readonly<Record<string, Operation>> = {
  async create({ store, context }) {
    const record = await store.create(context);
    expectSame(await store.get(record.contextId), record);
  },
  async claim({ store }, record) {
    const claimed = { ...record, status: "claimed", transactionId };
    expectSame(await store.claim(record.contextId, transactionId), claimed);
    expectSame(await store.get(record.contextId), claimed);
  },
  async get({ store }, record) {
    expectSame(await store.get(record.contextId), record);
  },
  async advance({ store }, { contextId }) {
    assert.equal(await store.advance(contextId, "connected"), true);
    assert.equal((await store.get(contextId)).status, "connected");
  },
};

const mishaps: readonly (readonly [string, readonly StoreFault[]])[] = [
  ["two throttles in a row", [{ kind: "throttle", times: 2 }]],
  ["two internal server errors in a row", [{ kind: "internal-server-error", times: 2 }]],
  ["one hung request", [{ kind: "hang" }]],
  ["an answer that is lost", [{ kind: "answer-lost" }]],
  ["a throttle, then a hung request", [{ kind: "throttle" }, { kind: "hang" }]],
];

const each: readonly FaultCase[] = Object.entries(operations).flatMap(([name, run]) =>
  mishaps.map(([mishap, faults]) => ({
    name: `${name} succeeds after ${mishap}`,
    async run(setup: FaultSetup) {
      const record = await setup.create();
      for (const fault of faults) setup.faults.add(fault);
      await run(setup, record);
    },
  })),
);

export const faultCases: readonly FaultCase[] = [
  ...each,
  {
    name: "endless throttling ends, and says why",
    async run({ store, create, faults }) {
      const { contextId } = await create();
      faults.add({ kind: "throttle", times: 1000 });
      const error = await expectFailure(store.get(contextId), "call-context.store-unavailable");
      assert.match(String(error.cause), /Throughput|Throttl|RequestLimit/);
    },
  },
  {
    name: "calls that were throttled to the end leave their retries to those that come after",
    async run({ store, create, faults }) {
      const { contextId } = await create();
      faults.add({ kind: "throttle", times: 10_000 });
      const calls = Array.from({ length: 60 }, () => store.get(contextId));
      for (const { status } of await Promise.allSettled(calls)) assert.equal(status, "rejected");
      faults.clear();
      for (let call = 0; call < 3; call += 1) {
        faults.add({ kind: "throttle", times: 2 });
        await store.get(contextId);
      }
    },
  },
];
