import type { CallForm } from "@skill-call/call-form";
import type { BrokenVariant } from "../broken/broken-variants.ts";
import { type FaultName, faultNames, ratesTimes } from "../chance/faults.ts";
import { simulate } from "./simulate.ts";

export interface HuntOptions {
  readonly seed: number;
  readonly form: CallForm;
  /** How many calls at most. */
  readonly calls: number;
}

/** So many calls are made at once: few, because a broken part makes some of them long. */
const callsAtOnce = 50;

/** Counts the calls until the invariant notices that a part is broken; `undefined` where it does not. */
export async function callsUntilCaught(
  variant: BrokenVariant,
  { calls, ...options }: HuntOptions,
): Promise<number | undefined> {
  for (let first = 0; first < calls; first += callsAtOnce) {
    const numbers = Array.from({ length: callsAtOnce }, (_, index) => first + index);
    const caught = await callThatCatches(variant, { ...options, numbers });
    if (caught !== undefined) return caught + 1;
  }
  return undefined;
}

interface Batch extends Omit<HuntOptions, "calls"> {
  readonly numbers: readonly number[];
}

async function callThatCatches(
  { breaks, doubles, faults, roughness }: BrokenVariant,
  { seed, form, numbers }: Batch,
): Promise<number | undefined> {
  let caught: number | undefined;
  await simulate({
    seed,
    form,
    doubles,
    calls: numbers,
    rates: ratesWith(faults, roughness),
    onCall: ({ index }, violations) => {
      if (violations.some(({ invariant }) => invariant === breaks)) caught ??= index;
    },
    isEnough: () => caught !== undefined,
  });
  return caught;
}

function ratesWith(faults: readonly FaultName[], roughness = 8) {
  // Where no fault is needed there is none: some invariants only speak of calls that nothing befell.
  const usual = ratesTimes(faults.length === 0 ? 0 : 1);
  const rough = ratesTimes(roughness, faults);
  const rates = faultNames.map((name) => [name, Math.max(usual[name], rough[name])] as const);
  return Object.fromEntries(rates) as typeof usual;
}
