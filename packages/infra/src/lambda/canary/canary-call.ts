import type { CallStatus } from "@skill-call/call-context";

/** What a canary call is placed and watched with. */
export interface CanaryPorts {
  /** Stores the context that the call is to claim, in place of what an earlier one may have left. */
  createContext(): Promise<void>;
  removeContext(): Promise<void>;
  /** Of the context. */
  status(): Promise<CallStatus>;
  /** Has the SIP media application ring a number of its own. */
  ring(phoneNumber: string): Promise<void>;
  sleep(milliseconds: number): Promise<void>;
}

/** A call is set up within seconds, and its apology lasts a few more. */
const mostLooks = 40;
const betweenLooksMs = 1_000;

/** How the handler leaves the context of a call that is over, and in which the caller talked to nobody. */
const over: CallStatus = "failed";

/**
 * Rings a number, and answers how far the call came at its far end, `over` where it came through: claimed and closed by
 * the handler of the number.
 * @throws what the ports throw; the context is removed all the same
 */
export async function canaryCall(
  phoneNumber: string,
  ports: CanaryPorts,
): Promise<"over" | CallStatus> {
  await ports.createContext();
  try {
    await ports.ring(phoneNumber);
    const reached = await lastStatus(ports);
    return reached === over ? "over" : reached;
  } finally {
    await ports.removeContext();
  }
}

async function lastStatus({ status, sleep }: CanaryPorts): Promise<CallStatus> {
  for (let look = 1; ; look += 1) {
    const reached = await status();
    if (reached === over || look === mostLooks) return reached;
    await sleep(betweenLooksMs);
  }
}
