import type { CallContext, CallContextRecord } from "../call-context.ts";
import type { CallHistoryStore } from "../call-history.ts";
import type { CallerRecordsStore } from "../caller-records.ts";
import type { CallContextStore } from "../store.ts";

/** What the store under test is made with. */
export interface ConformanceSettings {
  /** Epoch milliseconds. The store must take its time from here: the suite moves it. */
  readonly clock: () => number;
  readonly ttlSeconds: number;
}

/** What one case works with. */
export interface ConformanceSetup<Store extends CallContextStore = CallContextStore> {
  readonly store: Store;
  readonly settings: ConformanceSettings;
  /** A context that the store takes. */
  readonly context: CallContext;
  /** A record that was just created from it. */
  create(): Promise<CallContextRecord>;
  /** Moves the clock on. */
  passSeconds(seconds: number): void;
}

export interface ConformanceCase<Store extends CallContextStore = CallContextStore> {
  /** A sentence about every store. */
  readonly name: string;
  run(setup: ConformanceSetup<Store>): Promise<void>;
}

/** A sentence about every store that keeps the histories of calls too. */
export type HistoryCase = ConformanceCase<CallContextStore & CallHistoryStore>;

/** A sentence about every store that finds and deletes one caller's records too. */
export type CallerRecordsCase = ConformanceCase<CallContextStore & CallerRecordsStore>;
