import { type CallStatus, hashContextId } from "@skill-call/call-context";
import { errorFacts } from "@skill-call/telemetry";
import type { Invocation } from "../invocation.ts";
import { statusWriteMs } from "../time/budgets.ts";

/**
 * Notes in the context how the contact goes, if it is this contact's and not at its end. Where that fails or is refused it
 * is only logged: a context whose start seemed to fail stays `failed`, also when the contact comes.
 */
export async function writeStatus(status: CallStatus, invocation: Invocation): Promise<void> {
  const { event, ports, deadline } = invocation;
  const { contextId } = event.attributes;
  if (contextId === undefined) return;
  const transactionId = event.initialContactId;
  const facts = { contactId: transactionId, contextHash: hashContextId(contextId), status };
  try {
    const isWritten = await deadline.within(statusWriteMs, (signal) =>
      ports.store.advance(contextId, status, { transactionId, signal }),
    );
    if (!isWritten) ports.log("warn", "context.status-refused", facts);
  } catch (error) {
    ports.log("warn", "context.status-not-written", { ...facts, ...errorFacts(error) });
  }
}
