import type { SimulatedCall } from "../callers/simulated-call.ts";
import { type SimulationOptions, simulate, type Violation } from "./simulate.ts";

/** A call for which an invariant does not hold, with as little as possible that went wrong. */
export interface Story {
  readonly call: SimulatedCall;
  readonly violation: Violation;
  /** Whether it happens without any other call. */
  readonly isAlone: boolean;
}

type Options = Omit<SimulationOptions, "onCall" | "isEnough">;

/**
 * Tells a violation anew, the same every time: the call alone, where that is enough, and without every mishap that it
 * does not take. `undefined` where it does not come again at all.
 */
export async function shortestStory(
  violation: Violation,
  options: Options,
): Promise<Story | undefined> {
  const alone = { ...options, calls: [violation.call] };
  const first = await tell(violation, alone);
  if (first) return withoutNeedless(first, alone);
  const among = await tell(violation, options);
  return among && { ...among, isAlone: false };
}

/** Leaves out one mishap after the other, and keeps it out where the story goes on as before. */
async function withoutNeedless(first: Omit<Story, "isAlone">, options: Options): Promise<Story> {
  let shortest = first;
  const without = new Set(options.without);
  const needed = new Set<string>();
  for (;;) {
    const next = shortest.call.chance.mishaps.find((mishap) => !needed.has(mishap));
    if (next === undefined) return { ...shortest, isAlone: true };
    const shorter = await tell(shortest.violation, {
      ...options,
      without: new Set([...without, next]),
    });
    if (shorter) {
      shortest = shorter;
      without.add(next);
    } else needed.add(next);
  }
}

async function tell(
  { call: index, invariant }: Violation,
  options: Options,
): Promise<Omit<Story, "isAlone"> | undefined> {
  let story: Omit<Story, "isAlone"> | undefined;
  await simulate({
    ...options,
    onCall: (call, violations) => {
      const violation = violations.find((each) => each.invariant === invariant);
      if (call.index === index && violation) story = { call, violation };
    },
    isEnough: () => story !== undefined,
  });
  return story;
}
