import type { DestinationService } from "@skill-call/call-routing";
import { destinationServiceMs } from "../time/budgets.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { bridgeToNumber } from "./bridge-to-number.ts";
import { operationToken } from "./operation-token.ts";

/** Case 2: a back-end service picks the number that serves this caller best. */
export async function bridgeToPickedNumber(
  { destinationService: url }: DestinationService,
  attempt: Attempt,
): Promise<Connection> {
  const { event, ports, deadline } = attempt.invocation;
  const context = await attempt.context();
  const idempotencyKey = operationToken(event.transactionId, attempt.position);
  const number = await deadline.within(destinationServiceMs, (signal) =>
    ports.pickNumber({ url, context, idempotencyKey, signal }),
  );
  return bridgeToNumber(number, attempt);
}
