import type { DestinationService } from "@skill-call/call-routing";
import { destinationServiceMs } from "../time/budgets.ts";
import { loadAllowedNumber } from "./allowed-number.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { bridgeToNumber } from "./bridge-to-number.ts";
import { operationToken } from "./operation-token.ts";

/** Case 2: a back-end service picks the number that serves this caller best. */
export async function bridgeToPickedNumber(
  { destinationService: url, allow, auth }: DestinationService,
  attempt: Attempt,
): Promise<Connection> {
  const { event, config, ports, deadline } = attempt.invocation;
  const context = await attempt.context();
  const idempotencyKey = operationToken(event.transactionId, attempt.position);
  const number = await deadline.within(destinationServiceMs, async (signal) => {
    const [picked, allowedNumber] = await Promise.all([
      ports.pickNumber({ url, auth, context, idempotencyKey, signal }),
      loadAllowedNumber({ allow, callerIdNumber: config.callerIdNumber }),
    ]);
    return allowedNumber(picked);
  });
  return bridgeToNumber(number, attempt);
}
