import { type Clock, type Deadline, deadlineIn as timeUntil } from "@skill-call/lambda-config";
import { OutOfTimeError } from "../errors.ts";

export type { Deadline };

/** A deadline so many milliseconds from now; a request past it is an {@link OutOfTimeError}. */
export function deadlineIn(totalMs: number, clock: Clock): Deadline {
  return timeUntil(totalMs, { clock, outOfTime: (budgetMs) => new OutOfTimeError(budgetMs) });
}
