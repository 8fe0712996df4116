import { gunzipSync } from "node:zlib";
import { awsClient, jsonOperation } from "@skill-call/aws-request";
import { keepLines, type LogsOperation } from "./keep-lines.ts";

interface LogsEvent {
  readonly awslogs: { readonly data: string };
}

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

/** Puts audit lines of the context API's log into a log of their own. */
export async function handler({ awslogs }: LogsEvent): Promise<void> {
  const unpacked = gunzipSync(Buffer.from(awslogs.data, "base64")).toString();
  await keepLines(JSON.parse(unpacked), AUDIT_LOG_GROUP, logs);
}
