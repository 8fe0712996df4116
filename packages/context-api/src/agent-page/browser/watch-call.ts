import { type Access, ApiTrouble, follow, lookUp } from "./api.ts";
import type { AskedCall } from "./asked-call.ts";
import type { CallSnapshot } from "./call-context.ts";

/** Milliseconds between two streams, longer while the API cannot be reached. */
const pauseMs = 2000;
const longestPauseMs = 30_000;

export interface Watching {
  readonly call: AskedCall;
  readonly access: Access;
  readonly onSnapshot: (snapshot: CallSnapshot) => void;
  /** The API cannot be reached; it is tried again. */
  readonly onUnavailable: () => void;
}

/**
 * Follows a call until it is over.
 * @throws {ApiTrouble} when there is nothing more to see
 */
export async function watchCall(watching: Watching): Promise<void> {
  const { access, onUnavailable } = watching;
  for (let failures = 0; !access.signal.aborted; ) {
    try {
      if (await isOverAfter(watching)) return;
      failures = 0;
    } catch (error) {
      if (error instanceof ApiTrouble && error.trouble !== "unavailable") throw error;
      failures += 1;
      if (!access.signal.aborted) onUnavailable();
    }
    await pause(Math.min(pauseMs * 2 ** failures, longestPauseMs));
  }
}

/** Follows the call while one stream lasts. */
async function isOverAfter({ call, access, onSnapshot }: Watching): Promise<boolean> {
  const contextId = call.contextId ?? (await lookUp(call.userToUser ?? "", access));
  for await (const snapshot of follow(contextId, access)) {
    onSnapshot(snapshot);
    if (isOver(snapshot)) return true;
  }
  return false;
}

function isOver({ context: { status } }: CallSnapshot): boolean {
  return status === "ended" || status === "failed";
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
