import type { CallForm } from "@skill-call/call-form";
import type { FaultRates } from "../chance/faults.ts";
import { simulate, type Violation } from "./simulate.ts";

export interface SeedOptions {
  readonly calls: number;
  /** One call alone. */
  readonly only?: number;
  readonly rates: FaultRates;
  readonly form: CallForm;
}

/** What came of the calls of one seed; plain values, to be sent and kept. */
export interface SeedResult {
  readonly seed: number;
  readonly calls: number;
  readonly violations: readonly Violation[];
  /** How often each mishap befell somebody. */
  readonly mishaps: Readonly<Record<string, number>>;
  /** Simulated milliseconds. */
  readonly lastedMs: number;
}

/** Simulates the calls of one seed. */
export async function simulateSeed(
  seed: number,
  { calls, only, ...options }: SeedOptions,
  onCall: () => void = () => {},
): Promise<SeedResult> {
  const numbers = only === undefined ? calls : [only];
  const { mishaps, ...result } = await simulate({ ...options, seed, calls: numbers, onCall });
  return { ...result, seed, mishaps: Object.fromEntries(mishaps) };
}
