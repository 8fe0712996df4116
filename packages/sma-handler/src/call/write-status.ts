import { type AdvanceRequest, type CallStatus, hashContextId } from "@skill-call/call-context";
import { errorFacts } from "@skill-call/telemetry";
import type { Invocation } from "../invocation.ts";
import { leastForRequestMs, statusWriteMs } from "../time/budgets.ts";

/** Nothing corrects the last status of a call: it is written once more where that failed. */
const lastStatusAttempts = 2;

/** Notes in the context how the call goes. The call goes on where that fails: it is only logged. */
export async function writeStatus(status: CallStatus, invocation: Invocation): Promise<void> {
  const { contextId } = invocation.state;
  if (contextId === undefined) return;
  const isWritten = await write({ contextId, status, ...ownedBy(invocation) }, invocation);
  if (isWritten === false) tell("context.status-refused", { contextId, status }, invocation);
}

/**
 * Notes how the call ended. A claim that was given up, or still under way when the caller left, may be carried out
 * after this: so a record that no call has claimed is ended too, and stays so when the claim comes.
 */
export async function writeLastStatus(status: CallStatus, invocation: Invocation): Promise<void> {
  const { contextId } = invocation.state;
  if (contextId === undefined) return;
  const request = { contextId, status, attempts: lastStatusAttempts };
  const isWritten =
    (await write({ ...request, ...ownedBy(invocation) }, invocation)) !== false ||
    (await write({ ...request, onlyUnclaimed: true }, invocation)) !== false;
  if (!isWritten) tell("context.status-refused", { contextId, status }, invocation);
}

interface Write extends Pick<AdvanceRequest, "transactionId" | "onlyUnclaimed"> {
  readonly contextId: string;
  readonly status: CallStatus;
  readonly attempts?: number;
}

/** Whether the status was written; `undefined` where nobody knows, and that is logged. */
async function write(
  { contextId, status, attempts = 1, ...owner }: Write,
  invocation: Invocation,
): Promise<boolean | undefined> {
  const { ports, deadline } = invocation;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await deadline.within(statusWriteMs / attempts, (signal) =>
        ports.store.advance(contextId, status, { ...owner, signal }),
      );
    } catch (error) {
      if (attempt < attempts && deadline.left() > leastForRequestMs) continue;
      tell("context.status-not-written", { contextId, status, ...errorFacts(error) }, invocation);
      return undefined;
    }
  }
}

interface StatusFacts {
  readonly contextId: string;
  readonly status: CallStatus;
}

function tell(message: string, { contextId, ...facts }: StatusFacts, invocation: Invocation): void {
  const { transactionId } = invocation.event;
  const contextHash = hashContextId(contextId);
  invocation.ports.log("warn", message, { transactionId, contextHash, ...facts });
}

/** A callback call that nobody picked up has claimed nothing; any other writes only what it claimed itself. */
function ownedBy({ event, state }: Invocation) {
  return state.phase === "ringing"
    ? { onlyUnclaimed: true }
    : { transactionId: event.transactionId };
}
