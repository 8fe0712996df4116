import * as v from "valibot";
import {
  type CallContext,
  type CallContextRecord,
  callStatuses,
  type RecordFields,
} from "./call-context.ts";
import { callContextSchema } from "./call-context-schema.ts";
import { type ContextOf, checkContext, type TeamSchema } from "./context-check.ts";
import { encryptedAttribute } from "./encryption/encrypted-attributes.ts";
import { InvalidRecordError, type Misfit } from "./errors.ts";
import { isHistoryAttribute } from "./history-attributes.ts";

type Fields = Readonly<Record<string, unknown>>;

const text = v.pipe(v.string("must be text"), v.nonEmpty("must not be empty"));

/** The last second that JavaScript's Date knows. */
const latestSecond = 8.64e12;

/** As epoch milliseconds this is 1973, as epoch seconds the year 5138: what is below it counts seconds. */
const leastMilliseconds = 1e11;

/** A date, its time, and the zone: Date.parse alone takes almost anything for a time. */
const isoPattern =
  /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?)?$/i;

const isoTime = v.pipe(
  v.string(),
  v.regex(isoPattern),
  // Without a zone it is UTC.
  v.transform((text) => {
    const [, date = "", clock = "00:00", zone = "Z"] = isoPattern.exec(text) ?? [];
    return isDate(date) ? Date.parse(`${date}T${clock}${zone}`) : Number.NaN;
  }),
);

/** The engine takes 30 February for 2 March. */
function isDate(date: string): boolean {
  const day = Date.parse(date);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date);
}

const countedTime = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{9,14}$/), v.transform(Number))]),
  v.transform((time) => (time < leastMilliseconds ? time * 1000 : time)),
);

const time = v.pipe(
  v.union([isoTime, countedTime], "must be a time"),
  v.number("must be a time"),
  v.minValue(0, "must be a time"),
  v.maxValue(latestSecond * 1000, "must be a time"),
  v.transform((milliseconds) => new Date(milliseconds).toISOString()),
);

const recordFields = v.object({
  contextId: text,
  status: v.exactOptional(v.picklist(callStatuses, `must be one of ${callStatuses.join(", ")}`)),
  createdAt: v.exactOptional(time),
  expiresAt: v.pipe(
    v.number("must be epoch seconds"),
    v.minValue(0, "must be epoch seconds"),
    v.maxValue(latestSecond, "must be epoch seconds"),
    v.check(
      (seconds) => seconds < leastMilliseconds,
      "must be epoch seconds, and counts milliseconds",
    ),
    // The TTL counts whole seconds.
    v.transform(Math.floor),
  ),
  transactionId: v.exactOptional(text),
});

/** How other systems write that they know nothing of a caller. */
const isNothing = (value: unknown): boolean => value === null || value === "";

/** Of the record's own fields NULL alone is nothing; a NULL transaction would keep every call from claiming it. */
const nullable = ["status", "createdAt"];

function saysNothing(name: string, value: unknown): boolean {
  return name in callContextSchema.entries
    ? isNothing(value)
    : value === null && nullable.includes(name);
}

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
  /** All that was gathered, where it is encrypted. */
  readonly encrypted: unknown;
  /** The entries of the call's history. */
  readonly history: Fields;
}

/** A context that lives longer is a mistake: nobody meant to keep what a caller said for ever. */
const longestLifeSeconds = 10 * 366 * 24 * 3600;

export interface ReadOptions {
  readonly ttlSeconds: number;
  /** Epoch seconds. */
  readonly now: number;
}

/**
 * Reads what the store itself keeps in an item. Items of other systems may lack the status and the time of
 * creation: a status follows from the claim, the time from the end. NULL and an empty text of the caller are nothing.
 * @throws {InvalidRecordError} naming the fields that do not fit
 */
export function readItem(raw: Fields, { ttlSeconds, now }: ReadOptions): StoredItem {
  const item = attributesOf(raw, (name) => !saysNothing(name, raw[name]));
  const parsed = v.safeParse(recordFields, item);
  if (!parsed.success) throw invalidRecord(parsed.issues.map(misfitOf));
  const {
    contextId,
    status,
    createdAt,
    expiresAt,
    transactionId,
    writeToken,
    [encryptedAttribute]: encrypted,
    ...others
  } = item;
  const { output } = parsed;
  if (output.expiresAt > now + longestLifeSeconds) {
    throw new InvalidRecordError(
      "expiresAt",
      "must be epoch seconds, and is more than ten years away",
    );
  }
  return {
    status: output.transactionId === undefined ? "created" : "claimed",
    createdAt: new Date((output.expiresAt - ttlSeconds) * 1000).toISOString(),
    ...output,
    writeToken,
    encrypted,
    gathered: attributesOf(others, (name) => !isHistoryAttribute(name)),
    history: attributesOf(others, isHistoryAttribute),
  };
}

function attributesOf(item: Fields, isMeant: (name: string) => boolean): Fields {
  return Object.fromEntries(Object.entries(item).filter(([name]) => isMeant(name)));
}

/**
 * The whole record of an item; attributes that no schema names are kept; NULL and empty texts where a schema takes none are left out.
 * @throws {InvalidRecordError} naming the fields that do not fit
 */
export async function recordOf<S extends TeamSchema>(
  { writeToken, encrypted, gathered, history, ...fields }: StoredItem,
  schema: S | undefined,
): Promise<CallContextRecord<ContextOf<S>>> {
  const stored = { ...unsaid, ...gathered };
  const first = await checkContext(stored, schema);
  if ("context" in first) return { ...first.context, ...fields };
  const second = await checkContext(withoutNothing(stored, first.misfits), schema);
  if ("context" in second) return { ...second.context, ...fields };
  throw invalidRecord(second.misfits);
}

/** A copy without what says nothing at these places. */
function withoutNothing(context: Fields, misfits: readonly Misfit[]): Fields {
  const places = new Set(misfits.map(({ field }) => field));
  const copy = (value: unknown, field: string): unknown =>
    isPlainObject(value)
      ? Object.fromEntries(
          Object.entries(value)
            .map(
              ([name, inner]) => [name, inner, field === "" ? name : `${field}.${name}`] as const,
            )
            .filter(([, inner, place]) => !isNothing(inner) || !places.has(place))
            .map(([name, inner, place]) => [name, copy(inner, place)]),
        )
      : value;
  return copy(context, "") as Fields;
}

function isPlainObject(value: unknown): value is Fields {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}

function misfitOf(issue: v.BaseIssue<unknown>): Misfit {
  // Valibot's own words for a missing field would do no harm, but say less.
  const problem = issue.input === undefined ? "is missing" : issue.message;
  return { field: v.getDotPath(issue) ?? "item", problem };
}

function invalidRecord(misfits: readonly Misfit[]): InvalidRecordError {
  const [{ field, problem } = { field: "item", problem: "does not fit" }, ...others] = misfits;
  return new InvalidRecordError(field, problem, { others });
}
