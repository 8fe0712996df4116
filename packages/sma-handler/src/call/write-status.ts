import { type AdvanceRequest, type CallStatus, hashContextId } from "@skill-call/call-context";
import { errorFacts } from "@skill-call/telemetry";
import type { Invocation } from "../invocation.ts";
import { statusWriteMs } from "../time/budgets.ts";

/** Notes in the context how the call goes. The call goes on where that fails: it is only logged. */
export async function writeStatus(status: CallStatus, invocation: Invocation): Promise<void> {
  const { event, state, ports, deadline } = invocation;
  const { contextId } = state;
  if (contextId === undefined) return;
  const { transactionId } = event;
  try {
    await deadline.within(statusWriteMs, (signal) =>
      ports.store.advance(contextId, status, { ...ownedBy(invocation), signal }),
    );
  } catch (error) {
    const contextHash = hashContextId(contextId);
    const facts = { transactionId, contextHash, status, ...errorFacts(error) };
    ports.log("warn", "context.status-not-written", facts);
  }
}

/** A callback call that nobody picked up has claimed nothing; any other writes only what it claimed itself. */
function ownedBy({ event, state }: Invocation): AdvanceRequest {
  return state.phase === "ringing"
    ? { onlyUnclaimed: true }
    : { transactionId: event.transactionId };
}
