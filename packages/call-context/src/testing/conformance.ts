import type { CallContext } from "../call-context.ts";
import type { CallHistoryStore } from "../call-history.ts";
import type { CallerRecordsStore } from "../caller-records.ts";
import type { CallContextStore } from "../store.ts";
import { advanceCases } from "./advance-cases.ts";
import { callerRecordsCases } from "./caller-records-cases.ts";
import { claimCases } from "./claim-cases.ts";
import type { ConformanceSettings } from "./conformance-case.ts";
import { createCases } from "./create-cases.ts";
import { expiryCases } from "./expiry-cases.ts";
import { faultCases, type StoreFaults } from "./fault-cases.ts";
import { historyCases } from "./history-cases.ts";
import { requestCases } from "./request-cases.ts";

export interface ConformanceOptions<
  C extends CallContext,
  Store extends CallContextStore<C> = CallContextStore<C>,
> {
  /** The `test` of jest, vitest, node:test or any other runner that takes a name and a function. */
  readonly test: (name: string, run: () => Promise<void>) => unknown;
  /** Makes the store under test; called once for each test. */
  readonly createStore: (settings: ConformanceSettings) => Store | Promise<Store>;
  /** A context that the store takes, where its schema asks for more than the base fields. */
  readonly context?: C;
}

const plainContext: CallContext = {
  callerName: "Maria Silva",
  accountId: "AC1234",
  accountIdVerified: false,
  reason: { id: "billing", text: "my last bill" },
  callerNumber: "+12045551111",
  locale: "en-US",
  callStarter: "skill-call",
};

/**
 * Defines the tests that every call context store must pass.
 * @example callContextStoreConformance({ test, createStore: ({ clock, ttlSeconds }) => new OurStore(clock, ttlSeconds) });
 */
export function callContextStoreConformance<C extends CallContext>(
  options: ConformanceOptions<C>,
): void {
  const cases = [createCases, claimCases, advanceCases, expiryCases, requestCases].flat();
  for (const { name, run } of cases) {
    options.test(`call context store: ${name}`, async () => run(await setUp(options)));
  }
}

/**
 * Defines the tests that every store must pass besides that keeps the histories of calls.
 * @example callHistoryConformance({ test, createStore: ({ clock, ttlSeconds }) => new OurStore(clock, ttlSeconds) });
 */
export function callHistoryConformance<C extends CallContext>(
  options: ConformanceOptions<C, CallContextStore<C> & CallHistoryStore<C>>,
): void {
  for (const { name, run } of historyCases) {
    options.test(`call history: ${name}`, async () => run(await setUp(options)));
  }
}

/**
 * Defines the tests that every store must pass besides that finds and deletes the records of one caller.
 * @example callerRecordsConformance({ test, createStore: ({ clock, ttlSeconds }) => new OurStore(clock, ttlSeconds) });
 */
export function callerRecordsConformance<C extends CallContext>(
  options: ConformanceOptions<C, CallContextStore<C> & CallerRecordsStore>,
): void {
  for (const { name, run } of callerRecordsCases) {
    options.test(`records of a caller: ${name}`, async () => run(await setUp(options)));
  }
}

export interface FaultConformanceOptions<C extends CallContext> extends ConformanceOptions<C> {
  /** Befall the requests of the store under test, such as the `faults` of a local DynamoDB. */
  readonly faults: StoreFaults;
}

/**
 * Defines the tests that every store must pass whose table is across the network: throttled, hung and lost requests cost
 * milliseconds, not the context. The cases take real time, some two seconds in all.
 * @example callContextFaultConformance({ test, faults: dynamoDb.faults, createStore: () => ourStore(dynamoDb.endpoint) });
 */
export function callContextFaultConformance<C extends CallContext>(
  options: FaultConformanceOptions<C>,
): void {
  for (const { name, run } of faultCases) {
    options.test(`call context store under faults: ${name}`, async () => {
      const setup = await setUp(options);
      try {
        await run({ ...setup, faults: options.faults });
      } finally {
        options.faults.clear();
      }
    });
  }
}

async function setUp<C extends CallContext, Store extends CallContextStore<C>>({
  createStore,
  context = plainContext as C,
}: ConformanceOptions<C, Store>) {
  let now = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const settings = { clock: () => now, ttlSeconds: 600 };
  const store = await createStore(settings);
  const passSeconds = (seconds: number) => {
    now += seconds * 1000;
  };
  return { store, settings, context, passSeconds, create: () => store.create(context) };
}
