import type { CallContext, CallContextRecord, RecordFields } from "./call-context.ts";
import { type ContextOf, checkContext, type TeamSchema } from "./context-check.ts";
import { InvalidContextError } from "./errors.ts";
import { isHistoryAttribute } from "./history-attributes.ts";
import { checkItemSize } from "./item-size.ts";
import { storable } from "./storable.ts";

/** Names that a context cannot use: the record's own, and what the DynamoDB store adds. */
const takenNames: readonly (keyof RecordFields | "writeToken")[] = [
  "contextId",
  "status",
  "createdAt",
  "expiresAt",
  "transactionId",
  "writeToken",
];

/**
 * Checks what is to be stored, before any request.
 * @throws {InvalidContextError} naming the field that does not fit the schema or cannot be stored
 */
export async function storableContext<S extends TeamSchema>(
  context: unknown,
  schema: S | undefined,
): Promise<ContextOf<S>> {
  const given = storable(context);
  const taken = Object.keys(given).find(isTaken);
  if (taken !== undefined) throw new InvalidContextError(taken, "is a field of the store itself");
  const misfit = (field: string, problem: string) => new InvalidContextError(field, problem);
  const checked = storable(await checkContext(given, schema, misfit));
  checkItemSize(checked);
  return checked as ContextOf<S>;
}

function isTaken(name: string): boolean {
  return takenNames.some((taken) => taken === name) || isHistoryAttribute(name);
}

export interface NewRecordFacts {
  readonly contextId: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly ttlSeconds: number;
}

/** The record of a context that was just gathered. */
export function newRecord<C extends CallContext>(
  context: C,
  { contextId, now, ttlSeconds }: NewRecordFacts,
): CallContextRecord<C> {
  return {
    ...context,
    contextId,
    status: "created",
    createdAt: new Date(now).toISOString(),
    expiresAt: epochSeconds(now) + ttlSeconds,
  };
}

/** DynamoDB's TTL counts whole seconds. */
export function epochSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1000);
}
