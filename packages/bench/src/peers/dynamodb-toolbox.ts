// DynamoDB-Toolbox over the document client.
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import {
  boolean,
  Entity,
  GetItemCommand,
  item,
  map,
  number,
  string,
  Table,
} from "dynamodb-toolbox";
import type { Ask } from "./ask.ts";

const table = new Table({
  documentClient: DynamoDBDocumentClient.from(new DynamoDBClient({})),
  name: process.env.CALL_CONTEXT_TABLE ?? "",
  partitionKey: { name: "contextId", type: "string" },
});
const contexts = new Entity({
  name: "context",
  table,
  // What it adds of its own is not in the table.
  entityAttribute: false,
  timestamps: false,
  schema: item({
    contextId: string().key(),
    callerName: string(),
    accountIdVerified: boolean(),
    reason: map({ id: string() }),
    locale: string(),
    callStarter: string(),
    status: string(),
    createdAt: string(),
    expiresAt: number(),
  }),
});

export const handler = async ({ contextId }: Ask) => {
  const { Item } = await contexts
    .build(GetItemCommand)
    .key({ contextId })
    .options({ consistent: true })
    .send();
  return Item;
};
