// ElectroDB over the document client.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { Entity } from "electrodb";
import type { Ask } from "./ask.ts";

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const contexts = new Entity(
  {
    model: { entity: "context", version: "1", service: "calls" },
    attributes: {
      contextId: { type: "string", required: true },
      callerName: { type: "string" },
      accountIdVerified: { type: "boolean" },
      reason: { type: "map", properties: { id: { type: "string" } } },
      locale: { type: "string" },
      callStarter: { type: "string" },
      status: { type: "string" },
      createdAt: { type: "string" },
      expiresAt: { type: "number" },
    },
    indexes: {
      // The key as it stands in the table, without ElectroDB's own prefix.
      // biome-ignore lint/suspicious/noTemplateCurlyInString: ElectroDB fills it in
      byId: { pk: { field: "contextId", composite: ["contextId"], template: "${contextId}" } },
    },
  },
  { client, table: process.env.CALL_CONTEXT_TABLE ?? "" },
);

export const handler = async ({ contextId }: Ask) => {
  const { data } = await contexts
    .get({ contextId })
    .go({ consistent: true, ignoreOwnership: true });
  return data;
};
