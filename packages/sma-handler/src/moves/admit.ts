import { hangup } from "@skill-call/pstn-audio";
import { newCall } from "../call/call-state.ts";
import { identifyCaller } from "../call/caller.ts";
import { callerLeg } from "../call/legs.ts";
import { type LoadedContext, loadContext, measureContext } from "../call/load-context.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { isRejected, routeNewCall } from "./route-new-call.ts";

/** Lets a caller in: who is it, what is known of the call, where does it go. */
export async function admit(invocation: Invocation): Promise<Outcome> {
  const { event, config, ports } = invocation;
  const { transactionId } = event;
  const caller = identifyCaller(event, config);
  if (caller.kind === "stranger") {
    ports.log("warn", "call.refused", { transactionId, reason: "skill-not-allowed" });
    return refuse(invocation);
  }
  const loaded =
    caller.kind === "ordinary" ? ordinary(invocation) : await loadContext(caller, invocation);
  if (isRejected(loaded.problem, config)) return reject(loaded, invocation);
  return routeNewCall(loaded, invocation);
}

function ordinary(invocation: Invocation): LoadedContext {
  const loaded = { problem: "ordinary-call", outOfTime: false } as const;
  measureContext(loaded, invocation);
  return loaded;
}

function reject({ problem }: LoadedContext, invocation: Invocation): Outcome {
  const { transactionId } = invocation.event;
  invocation.ports.log("warn", "call.refused", { transactionId, reason: problem });
  return refuse(invocation);
}

/**
 * Refuses the call: it is not answered, and not billed. 480, "temporarily unavailable", is true; after 486,
 * "busy here", people and devices dial again, with a context ID that is used up.
 */
function refuse({ event }: Invocation): Outcome {
  return {
    name: "refused",
    actions: [hangup({ ...callerLeg(event), sipResponseCode: "480" })],
    state: { ...newCall, phase: "ending" },
  };
}
