import {
  type DynamoDBDocumentClient,
  GetCommand,
  type GetCommandInput,
  PutCommand,
  type PutCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { StoreUnavailableError } from "../errors.ts";
import { type Command, nameOf, watchAttempts } from "./attempts.ts";
import { isFailedCondition } from "./failed-condition.ts";
import { type TimeLimit, withinTime } from "./within-time.ts";

/** What a request needs besides its content. */
export interface Sending {
  readonly documents: DynamoDBDocumentClient;
  readonly limit: TimeLimit;
}

export function sendGet(input: GetCommandInput, { documents, limit }: Sending) {
  const command = new GetCommand(input);
  return carryOut(command, limit, (abortSignal) => documents.send(command, { abortSignal }));
}

export function sendPut(input: PutCommandInput, { documents, limit }: Sending) {
  const command = new PutCommand(input);
  return carryOut(command, limit, (abortSignal) => documents.send(command, { abortSignal }));
}

export function sendUpdate(input: UpdateCommandInput, { documents, limit }: Sending) {
  const command = new UpdateCommand(input);
  return carryOut(command, limit, (abortSignal) => documents.send(command, { abortSignal }));
}

async function carryOut<Output>(
  command: Command,
  limit: TimeLimit,
  send: (signal: AbortSignal) => Promise<Output>,
): Promise<Output> {
  const lastFailure = watchAttempts(command);
  try {
    return await withinTime(limit, send);
  } catch (error) {
    if (isFailedCondition(error)) throw error;
    const cause = lastFailure() ?? error;
    throw new StoreUnavailableError(`DynamoDB did not answer: ${nameOf(cause)}`, { cause });
  }
}
