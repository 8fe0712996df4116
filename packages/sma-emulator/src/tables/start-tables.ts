import { marshall } from "@aws-sdk/util-dynamodb";
import type { Environment } from "@skill-call/lambda-runner";
import {
  createTable,
  putItems,
  startLocalDynamoDb,
  type TableDefinition,
} from "@skill-call/local-dynamodb";
import type { ConfiguredTable, TableKeys } from "../config/emulator-config.ts";

/** A DynamoDB of the Lambdas' own. */
export interface Tables {
  readonly endpoint: string;
  /** What leads the AWS SDK there. */
  readonly environment: Environment;
  close(): Promise<void>;
}

/**
 * Starts a DynamoDB in memory with these tables and what is in them.
 * @throws {LocalDynamoDbError} when DynamoDB refuses a table, or an item
 */
export async function startTables(tables: readonly ConfiguredTable[]): Promise<Tables> {
  const dynamoDb = await startLocalDynamoDb();
  try {
    for (const { items, ...table } of tables) {
      await createTable(dynamoDb.endpoint, definitionOf(table));
      await putItems(
        dynamoDb.endpoint,
        table.name,
        items.map((item) => marshall(item)),
      );
    }
  } catch (error) {
    await dynamoDb.close();
    throw error;
  }
  return {
    endpoint: dynamoDb.endpoint,
    environment: { AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint },
    close: () => dynamoDb.close(),
  };
}

function definitionOf({ name, indexes, ...keys }: Omit<ConfiguredTable, "items">): TableDefinition {
  const attributes = [keys, ...indexes].flatMap(({ partitionKey, sortKey }) =>
    sortKey ? [partitionKey, sortKey] : [partitionKey],
  );
  const named = new Map(attributes.map((each) => [each.name, each.type]));
  return {
    TableName: name,
    AttributeDefinitions: [...named].map(([AttributeName, AttributeType]) => ({
      AttributeName,
      AttributeType,
    })),
    KeySchema: keySchema(keys),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index),
        Projection: { ProjectionType: "ALL" },
      })),
    }),
  };
}

function keySchema({ partitionKey, sortKey }: TableKeys): TableDefinition["KeySchema"] {
  return [
    { AttributeName: partitionKey.name, KeyType: "HASH" },
    ...(sortKey ? [{ AttributeName: sortKey.name, KeyType: "RANGE" } as const] : []),
  ];
}
