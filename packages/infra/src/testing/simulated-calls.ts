import type { Counts } from "./simulated-alarm.ts";

/** Under jest a global is looked up anew each time, and slowly. */
const { exp, floor, imul } = Math;

/** What may go wrong with a share of all calls. */
export type Fault =
  | "fails"
  | "loses contexts"
  | "destinations fail"
  | "cannot be started"
  | "gets lost"
  | "silence";

export interface SimulatedCalls {
  readonly perHour: number;
  /** Whole days, or those and a part of the last. */
  readonly days: number;
  readonly seed: number;
  readonly fault?: { readonly kind: Fault; readonly share: number; readonly fromMinute: number };
}

/** What goes wrong on a good day, as a share of calls. */
const usual = { contextLost: 0.001, notAnswered: 0.03, notStarted: 0.01 };

/** Nobody calls from midnight to eight, on the clock of the callers: 05:00 to 13:00 UTC. */
const night = { fromHour: 5, toHour: 13 };

const counted = [
  ...["CallsStarted", "CallStartFailed", "ContextsClaimed", "ContextsMissing", "OrdinaryCalls"],
  ...["CallsRouted", "CallsConnected", "DestinationsFailed", "Errors", "Throttles"],
];

/** What the Lambdas would count, a value a minute. */
export function simulatedCalls({ perHour, days, seed, fault }: SimulatedCalls): Counts {
  const random = mulberry32(seed);
  const minutes = Math.ceil(days * 24 * 60);
  const counts = Object.fromEntries(counted.map((name) => [name, new Float64Array(minutes)]));
  const world: World = {
    random,
    count: (name, minute) => {
      const series = counts[name];
      if (series && minute < minutes) series[minute] = (series[minute] ?? 0) + 1;
    },
    hits: (kind, minute) =>
      fault?.kind === kind && minute >= fault.fromMinute && random() < fault.share,
  };
  for (let minute = 0; minute < minutes; minute += 1) {
    const hour = floor(minute / 60) % 24;
    if (hour >= night.fromHour && hour < night.toHour) continue;
    for (let calls = poisson(perHour / 60, random); calls > 0; calls -= 1) {
      if (isStarted(minute, world)) arrive(minute, world);
    }
  }
  return counts;
}

interface World {
  readonly random: () => number;
  count(name: string, minute: number): void;
  /** Whether the fault is of this kind, and meets this call. */
  hits(kind: Fault, minute: number): boolean;
}

/** Whether a call is on its way to the SMA handler. */
function isStarted(minute: number, { random, count, hits }: World): boolean {
  if (hits("silence", minute)) return false;
  if (hits("cannot be started", minute) || random() < usual.notStarted) {
    count("CallStartFailed", minute);
    return false;
  }
  count("CallsStarted", minute);
  return !hits("gets lost", minute);
}

function arrive(minute: number, { random, count, hits }: World): void {
  if (hits("fails", minute)) {
    count("Errors", minute);
    return;
  }
  const lost = hits("loses contexts", minute) || random() < usual.contextLost;
  count(lost ? "ContextsMissing" : "ContextsClaimed", minute);
  count("CallsRouted", minute);
  // Half a minute of ringing, then somebody answers or nobody does.
  const answer = minute + (random() < 0.5 ? 0 : 1);
  const failed = hits("destinations fail", minute) || random() < usual.notAnswered;
  count(failed ? "DestinationsFailed" : "CallsConnected", answer);
}

function poisson(mean: number, random: () => number): number {
  const limit = exp(-mean);
  let product = random();
  let count = 0;
  while (product > limit) {
    product *= random();
    count += 1;
  }
  return count;
}

/** A small generator of numbers with a seed: the same on every machine. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
