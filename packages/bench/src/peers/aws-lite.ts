// aws-lite, the client of the Architect project: the plugin is given, so that nothing is looked for.
import awsLite from "@aws-lite/client";
import dynamoDb from "@aws-lite/dynamodb";
import type { Ask } from "./ask.ts";

const { protocol, hostname, port } = new URL(process.env.AWS_ENDPOINT_URL_DYNAMODB ?? "");
const ready = awsLite({
  region: process.env.AWS_REGION ?? "",
  protocol: protocol === "https:" ? "https" : "http",
  host: hostname,
  port: Number(port),
  keepAlive: true,
  plugins: [dynamoDb],
});

/** What the plugin adds. */
interface WithDynamoDb {
  readonly DynamoDB: { GetItem(input: object): Promise<{ readonly Item?: object }> };
}

export const handler = async ({ contextId }: Ask) => {
  const { DynamoDB } = (await ready) as unknown as WithDynamoDb;
  const { Item } = await DynamoDB.GetItem({
    TableName: process.env.CALL_CONTEXT_TABLE ?? "",
    Key: { contextId },
    ConsistentRead: true,
  });
  return Item;
};
