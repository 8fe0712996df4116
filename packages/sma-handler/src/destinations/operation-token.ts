import { createHash } from "node:crypto";
import type { Position } from "../call/call-state.ts";

/**
 * Names one attempt of one call, so that a repeated invocation repeats no effect: as a ClientRequestToken
 * (2–64 characters) and as an Idempotency-Key.
 */
export function operationToken(transactionId: string, position: Position): string {
  const { rule, destination, attempt } = position;
  const name = [transactionId, rule, destination, attempt].join("/");
  return createHash("sha256").update(name).digest("hex");
}
