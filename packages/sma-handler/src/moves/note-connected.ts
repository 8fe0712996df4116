import { writeStatus } from "../call/write-status.ts";
import type { Invocation, Outcome } from "../invocation.ts";

/** Caller and destination talk. */
export async function noteConnected(invocation: Invocation): Promise<Outcome> {
  await writeStatus("connected", invocation);
  const state = { ...invocation.state, phase: "connected", wasConnected: true } as const;
  return { name: "connected", actions: [], state };
}
