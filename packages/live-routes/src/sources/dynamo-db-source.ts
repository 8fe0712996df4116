import type { Environment } from "@skill-call/aws-request";
import { leanItemClient } from "@skill-call/lean-dynamodb";
import { documentDigest } from "../document-digest.ts";
import { RouteSourceError } from "../errors.ts";
import type { RouteSource } from "../route-source.ts";
import type { SourceName } from "../source-name.ts";

/** An item of a DynamoDB table, of 400 KB at most. It is read as a whole, and known by its text. */
export function dynamoDbSource(
  { table: TableName, id }: Extract<SourceName, { kind: "dynamodb" }>,
  environment: Environment,
): RouteSource {
  const items = leanItemClient({ environment });
  return {
    async read(known, signal) {
      const item = await items.get({ TableName, Key: { id }, ConsistentRead: true }, signal);
      const text = item?.document;
      if (typeof text !== "string") throw new RouteSourceError("no-document");
      const version = documentDigest(text);
      return version === known ? "same" : { version, text };
    },
  };
}
