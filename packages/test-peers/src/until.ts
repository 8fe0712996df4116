import { performance } from "node:perf_hooks";
import { setTimeout } from "node:timers/promises";

/** How long a test waits, in milliseconds: longer than a busy machine takes, and less than jest gives a test. */
export const patienceMs = 120_000;
const pauseMs = 5;

/**
 * Waits until something is so, by a clock that no test moves. A loop without an end would outlive the test that gave up,
 * and jest would never exit.
 *
 * @throws {Error} with the condition as it is written, when it does not come to that
 */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > giveUpAt) throw new Error(`It did not come to that: ${condition}`);
    await setTimeout(pauseMs);
  }
}
