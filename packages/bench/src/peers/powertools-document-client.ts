// As Powertools' guide shows a function: its log line, its metric and its tracer around one read.
import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { Tracer } from "@aws-lambda-powertools/tracer";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import type { Ask } from "./ask.ts";

const logger = new Logger({ serviceName: "calls" });
const metrics = new Metrics({ namespace: "Calls", serviceName: "calls" });
const tracer = new Tracer({ serviceName: "calls" });
const client = DynamoDBDocumentClient.from(tracer.captureAWSv3Client(new DynamoDBClient({})));

export const handler = async ({ contextId }: Ask) => {
  const { Item } = await client.send(
    new GetCommand({
      TableName: process.env.CALL_CONTEXT_TABLE,
      Key: { contextId },
      ConsistentRead: true,
    }),
  );
  logger.info("context read", { status: Item?.status });
  metrics.addMetric("ContextsRead", MetricUnit.Count, 1);
  metrics.publishStoredMetrics();
  return Item;
};
