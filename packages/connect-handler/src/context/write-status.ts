import { type CallStatus, hashContextId } from "@skill-call/call-context";
import { errorFacts } from "@skill-call/telemetry";
import type { Invocation } from "../invocation.ts";
import { statusWriteMs } from "../time/budgets.ts";

/** Notes in the context how the contact goes, if it is this contact's. Where that fails it is only logged. */
export async function writeStatus(status: CallStatus, invocation: Invocation): Promise<void> {
  const { event, ports, deadline } = invocation;
  const { contextId } = event.attributes;
  if (contextId === undefined) return;
  const transactionId = event.initialContactId;
  try {
    await deadline.within(statusWriteMs, (signal) =>
      ports.store.advance(contextId, status, { transactionId, signal }),
    );
  } catch (error) {
    const contextHash = hashContextId(contextId);
    const facts = { contactId: transactionId, contextHash, status, ...errorFacts(error) };
    ports.log("warn", "context.status-not-written", facts);
  }
}
