import { findLeg } from "@skill-call/pstn-audio";
import { writeStatus } from "../call/write-status.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Samples of the guide have start times that are not epoch milliseconds: a time longer than any call is not a time to answer. */
const longestCallMs = 24 * 60 * 60 * 1_000;

/** Caller and destination talk. */
export async function noteConnected(invocation: Invocation): Promise<Outcome> {
  measureAnswer(invocation);
  await writeStatus("connected", invocation);
  return connected(invocation);
}

/** The caller's leg starts with its INVITE. A callback has none: there the caller's own phone was rung. */
function measureAnswer({ event, ports }: Invocation): void {
  ports.measure({ name: "CallsConnected" });
  const { direction, startedAt } = findLeg(event, "LEG-A") ?? {};
  if (direction !== "inbound" || startedAt === undefined) return;
  const milliseconds = ports.clock.now() - startedAt;
  if (milliseconds >= 0 && milliseconds < longestCallMs) {
    ports.measure({ name: "TimeToAnswer", milliseconds });
  }
}

/** The same without the note. */
export function connected({ state }: Pick<Invocation, "state">): Outcome {
  return {
    name: "connected",
    actions: [],
    state: { ...state, phase: "connected", wasConnected: true },
  };
}
