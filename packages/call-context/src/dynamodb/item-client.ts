import type { GetCommandInput, PutCommandInput, UpdateCommandInput } from "@aws-sdk/lib-dynamodb";

/** An item of the table in plain values: text, numbers, true, false, null, lists, objects. */
export type Item = Readonly<Record<string, unknown>>;

/** How a conditional write ended. */
export interface WriteOutcome {
  /** Whether the condition was met. */
  readonly met: boolean;
  /**
   * What the write made of the item where it asks for that (`ReturnValues`), or the item that did not meet the condition
   * (`ReturnValuesOnConditionCheckFailure`), where DynamoDB brings it.
   */
  readonly item: Item | undefined;
}

/**
 * What the store asks of a client of DynamoDB: one attempt at one request. It ends with its signal, and repeats nothing:
 * the store knows how much time there is. Any error but a failed condition is thrown, as the SDK throws it: with
 * DynamoDB's name of it in `name`, and `$metadata.httpStatusCode` where it was answered.
 */
export interface ItemClient {
  get(input: GetCommandInput, signal: AbortSignal): Promise<Item | undefined>;
  put(input: PutCommandInput, signal: AbortSignal): Promise<WriteOutcome>;
  update(input: UpdateCommandInput, signal: AbortSignal): Promise<WriteOutcome>;
}
