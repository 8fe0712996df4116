import { marshall, unmarshall } from "@aws-sdk/util-dynamodb";
import {
  AwsServiceError,
  awsClient,
  type Environment,
  jsonOperation,
} from "@skill-call/aws-request";
import type { Item, ItemClient, WriteOutcome } from "@skill-call/call-context";

/** A number that JavaScript cannot keep exactly loses digits, and the caller their call otherwise. */
const numbers = { wrapNumbers: Number } as const;

export interface LeanItemClientOptions {
  /** Region, endpoint and credentials, by the SDK's own names. */
  readonly environment: Environment;
  /** Epoch milliseconds; `Date.now` without it. */
  readonly now?: () => number;
}

/**
 * The three operations of the call context store, each of them one signed request: no SDK client, no retries. It is for
 * a Lambda on whose cold start somebody waits in silence.
 */
export function leanItemClient({ environment, now }: LeanItemClientOptions): ItemClient {
  const service = { name: "dynamodb", variable: "DYNAMODB" };
  const client = awsClient({ service, environment, ...(now && { now }) });
  const operation = (name: string, input: unknown, signal: AbortSignal) =>
    jsonOperation(client, { target: `DynamoDB_20120810.${name}`, version: "1.0", input }, signal);
  return {
    async get({ Key, ...input }, signal) {
      return itemIn((await operation("GetItem", { ...input, Key: marshalled(Key) }, signal)).Item);
    },
    put({ Item, ExpressionAttributeValues, ...input }, signal) {
      const values = valuesOf(ExpressionAttributeValues);
      return outcome(operation("PutItem", { ...input, Item: marshalled(Item), ...values }, signal));
    },
    update({ Key, ExpressionAttributeValues, ...input }, signal) {
      const values = valuesOf(ExpressionAttributeValues);
      return outcome(
        operation("UpdateItem", { ...input, Key: marshalled(Key), ...values }, signal),
      );
    },
  };
}

async function outcome(write: Promise<Readonly<Record<string, unknown>>>): Promise<WriteOutcome> {
  try {
    return { met: true, item: itemIn((await write).Attributes) };
  } catch (error) {
    if (!isFailedCondition(error)) throw error;
    return { met: false, item: itemIn(error.answer.Item) };
  }
}

function isFailedCondition(error: unknown): error is AwsServiceError {
  return error instanceof AwsServiceError && error.name === "ConditionalCheckFailedException";
}

function valuesOf(values: Readonly<Record<string, unknown>> | undefined) {
  return values && { ExpressionAttributeValues: marshalled(values) };
}

function marshalled(values: Readonly<Record<string, unknown>> | undefined) {
  return marshall(values ?? {});
}

function itemIn(attributes: unknown): Item | undefined {
  return typeof attributes === "object" && attributes !== null
    ? unmarshall({ ...attributes }, numbers)
    : undefined;
}
