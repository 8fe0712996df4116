import { writeStatus } from "../call/write-status.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Caller and destination talk. */
export async function noteConnected(invocation: Invocation): Promise<Outcome> {
  await writeStatus("connected", invocation);
  return connected(invocation);
}

/** The same without the note. */
export function connected({ state }: Pick<Invocation, "state">): Outcome {
  return {
    name: "connected",
    actions: [],
    state: { ...state, phase: "connected", wasConnected: true },
  };
}
