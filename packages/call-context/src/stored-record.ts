import * as v from "valibot";
import {
  type CallContext,
  type CallContextRecord,
  callStatuses,
  type RecordFields,
} from "./call-context.ts";
import { type ContextOf, checkContext, type TeamSchema } from "./context-check.ts";
import { InvalidRecordError } from "./errors.ts";
import { isHistoryAttribute } from "./history-attributes.ts";

type Fields = Readonly<Record<string, unknown>>;

const text = v.pipe(v.string("must be text"), v.nonEmpty("must not be empty"));

/** The last second that JavaScript's Date knows. */
const latestSecond = 8.64e12;

/** As epoch milliseconds this is 1973, as epoch seconds the year 5138: what is below it counts seconds. */
const leastMilliseconds = 1e11;

const epochTime = v.pipe(
  v.number(),
  v.minValue(0),
  v.maxValue(latestSecond * 1000),
  v.transform((time) => new Date(time < leastMilliseconds ? time * 1000 : time).toISOString()),
);

const recordFields = v.object({
  contextId: text,
  status: v.exactOptional(v.picklist(callStatuses, `must be one of ${callStatuses.join(", ")}`)),
  createdAt: v.exactOptional(v.union([text, epochTime], "must be a time")),
  expiresAt: v.pipe(
    v.number("must be epoch seconds"),
    v.minValue(0, "must be epoch seconds"),
    v.maxValue(latestSecond, "must be epoch seconds"),
  ),
  transactionId: v.exactOptional(text),
});

/** What an item of another system that leaves it unsaid is taken to say. */
const unsaid = {
  callStarter: "skill-call",
  locale: "en-US",
  accountIdVerified: false,
} as const satisfies Partial<CallContext>;

/** An item of the table: the record's own fields are read, the rest is as it came. */
export interface StoredItem extends RecordFields {
  /** Of the last write that bore one. */
  readonly writeToken: unknown;
  readonly gathered: Fields;
  /** The entries of the call's history. */
  readonly history: Fields;
}

/**
 * Reads what the store itself keeps in an item. Items of other systems may lack the status and the time of
 * creation: a status follows from the claim, the time from the end.
 * @throws {InvalidRecordError} naming the field that does not fit
 */
export function readItem(item: Fields, ttlSeconds: number): StoredItem {
  const parsed = v.safeParse(recordFields, item);
  if (!parsed.success) throw misfitOf(parsed.issues[0]);
  const { contextId, status, createdAt, expiresAt, transactionId, writeToken, ...others } = item;
  const { output } = parsed;
  return {
    status: output.transactionId === undefined ? "created" : "claimed",
    createdAt: new Date((output.expiresAt - ttlSeconds) * 1000).toISOString(),
    ...output,
    writeToken,
    gathered: attributesOf(others, (name) => !isHistoryAttribute(name)),
    history: attributesOf(others, isHistoryAttribute),
  };
}

function attributesOf(item: Fields, isMeant: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(item).filter(([name]) => isMeant(name)));
}

/**
 * The whole record of an item; attributes that no schema names are kept.
 * @throws {InvalidRecordError} naming the field that does not fit
 */
export async function recordOf<S extends TeamSchema>(
  { writeToken, gathered, history, ...fields }: StoredItem,
  schema: S | undefined,
): Promise<CallContextRecord<ContextOf<S>>> {
  const misfit = (field: string, problem: string) => new InvalidRecordError(field, problem);
  const context = { ...unsaid, ...gathered };
  return { ...(await checkContext(context, schema, misfit)), ...fields };
}

function misfitOf(issue: v.BaseIssue<unknown>): InvalidRecordError {
  // Valibot's own words for a missing field would do no harm, but say less.
  const problem = issue.input === undefined ? "is missing" : issue.message;
  return new InvalidRecordError(v.getDotPath(issue) ?? "item", problem);
}
