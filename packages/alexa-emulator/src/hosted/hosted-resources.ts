import { type OpenParts, serveOnLoopback } from "@skill-call/emulation";
import type { Environment } from "@skill-call/lambda-runner";
import { createTable } from "@skill-call/local-dynamodb";
import { objectStore } from "./object-store.ts";

/** A name that no host can have: the AWS SDKs put it into the path then, and find the bucket here. */
const bucket = "Alexa_Hosted";
const table = "alexa-hosted";

/**
 * What an Alexa-hosted skill finds: a bucket and a table, by these variables ("Use Media Files with Your Alexa-hosted
 * Skill", "Use DynamoDB for Data Persistence with Your Alexa-hosted Skill").
 */
export async function openHostedResources(
  dynamoDb: string,
  parts: OpenParts,
): Promise<Environment> {
  const { endpoint } = parts.keep(await serveOnLoopback(objectStore()));
  await createTable(dynamoDb, {
    TableName: table,
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
  });
  return {
    AWS_ENDPOINT_URL_S3: endpoint,
    S3_PERSISTENCE_BUCKET: bucket,
    S3_PERSISTENCE_REGION: "us-east-1",
    DYNAMODB_PERSISTENCE_TABLE_NAME: table,
    DYNAMODB_PERSISTENCE_REGION: "us-east-1",
  };
}
