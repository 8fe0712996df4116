import { awsClient, jsonOperation } from "@skill-call/aws-request";
import { keepLines, type LogsOperation } from "./keep-lines.ts";
import { readDelivery } from "./read-delivery.ts";

const { AUDIT_LOG_GROUP = "" } = process.env;
const longestMs = 5_000;

const client = awsClient({
  service: { name: "logs", variable: "CLOUDWATCH_LOGS" },
  environment: process.env,
});

const logs: LogsOperation = (operation, input) =>
  jsonOperation(
    client,
    { target: `Logs_20140328.${operation}`, version: "1.1", input },
    AbortSignal.timeout(longestMs),
  );

/**
 * Puts audit lines of the context API's log into a log of their own.
 * @throws {DeliveryFormatError} for what is no delivery
 */
export async function handler(event: unknown): Promise<void> {
  await keepLines(readDelivery(event), AUDIT_LOG_GROUP, logs);
}
