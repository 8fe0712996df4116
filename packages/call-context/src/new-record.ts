import type { CallContext, CallContextRecord, RecordFields } from "./call-context.ts";
import { type Checked, type ContextOf, checkContext, type TeamSchema } from "./context-check.ts";
import { encryptedAttribute } from "./encryption/encrypted-attributes.ts";
import { InvalidContextError, type Misfit } from "./errors.ts";
import { isHistoryAttribute } from "./history-attributes.ts";
import { isContextId } from "./is-context-id.ts";
import { checkItemSize } from "./item-size.ts";
import { storable } from "./storable.ts";

/** Names that a context cannot use: the record's own, and what the DynamoDB store adds. */
const takenNames: readonly (keyof RecordFields | "writeToken" | typeof encryptedAttribute)[] = [
  "contextId",
  "status",
  "createdAt",
  "expiresAt",
  "transactionId",
  "writeToken",
  encryptedAttribute,
];

/**
 * Checks what is to be stored, before any request. The schema runs on what it made itself, too: what is stored meets it
 * again whenever it is read.
 * @throws {InvalidContextError} naming the fields that do not fit the schema or cannot be stored
 */
export async function storableContext<S extends TeamSchema>(
  context: unknown,
  schema: S | undefined,
): Promise<ContextOf<S>> {
  const given = storable(context);
  refuse(
    Object.keys(given)
      .filter(isTaken)
      .map((field) => ({ field, problem: "is a field of the store itself" })),
  );
  const made = storable(fitting(await checkContext(given, schema)));
  const again = storable(fitting(await checkContext(made, schema)));
  refuse(
    Object.keys({ ...made, ...again })
      .filter((field) => JSON.stringify(made[field]) !== JSON.stringify(again[field]))
      .map((field) => ({ field, problem: transforms })),
  );
  checkItemSize(made);
  return made as ContextOf<S>;
}

const transforms = "is changed by the team's schema each time: it must check, not transform";

function fitting<C>(checked: Checked<C>): C | undefined {
  if ("context" in checked) return checked.context;
  refuse(checked.misfits);
  return undefined;
}

function refuse([first, ...others]: readonly Misfit[]): void {
  if (first) throw new InvalidContextError(first.field, first.problem, { others });
}

function isTaken(name: string): boolean {
  return takenNames.some((taken) => taken === name) || isHistoryAttribute(name);
}

/** @throws {InvalidContextError} when the ID to store a context under is not a context ID */
export function checkGivenId(contextId: string | undefined): void {
  if (contextId !== undefined && !isContextId(contextId))
    refuse([{ field: "contextId", problem: "is no context ID" }]);
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
