import { type CallContextRecord, callStarters, callStatuses } from "@skill-call/call-context";
import * as v from "valibot";
import { mask } from "./mask.ts";
import { ownWords } from "./own-words.ts";

const maskable = ["accountId", "callerNumber"] as const;

/** 1–100 characters that need no escape in a URL. */
export const contextIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9._~-]{1,100}$/),
  v.description("A key to personal data: never log it."),
  v.examples(["0f8e6a1c2b7d4e5f90a1b2c3d4e5f607"]),
);

/** ISO 8601, UTC. */
export const timeSchema = v.pipe(
  v.string(),
  v.isoTimestamp(),
  v.description("ISO 8601, UTC."),
  v.examples(["2026-01-02T03:04:05.678Z"]),
);

/** How far a call is. */
export const statusSchema = v.pipe(
  v.picklist(callStatuses),
  v.description("Moves forward only: created, claimed, connected, and then ended or failed."),
);

/** A context as the API tells it. */
export const contextViewSchema = v.object({
  contextId: contextIdSchema,
  callerName: v.pipe(v.string(), v.examples(["Maria Silva"])),
  accountId: v.exactOptional(v.pipe(v.string(), v.examples(["••••34", "AC1234"]))),
  accountIdVerified: v.pipe(
    v.boolean(),
    v.description("false: the caller said the account ID, and no system of record confirmed it."),
  ),
  callerNumber: v.exactOptional(
    v.pipe(
      v.string(),
      v.description("E.164, or its end."),
      v.examples(["••••1111", "+12045551111"]),
    ),
  ),
  masked: v.pipe(
    v.array(v.picklist(maskable)),
    v.description(
      "The fields that are shown in part, also within reason.text and notes: the caller has no call-context:read-pii.",
    ),
  ),
  reason: v.object({
    id: v.pipe(v.string(), v.examples(["billing"])),
    text: v.exactOptional(
      v.pipe(v.string(), v.description("The caller's own words."), v.examples(["my last bill"])),
    ),
  }),
  locale: v.pipe(v.string(), v.description("BCP 47."), v.examples(["en-US"])),
  skillId: v.exactOptional(v.string()),
  callStarter: v.pipe(
    v.picklist(callStarters),
    v.description("How the skill started the call; there may be further ways some day."),
  ),
  status: statusSchema,
  createdAt: timeSchema,
  expiresAt: v.pipe(
    v.number(),
    v.description("Epoch seconds: from then on the context is gone."),
    v.examples([1767326645]),
  ),
  transactionId: v.exactOptional(
    v.pipe(v.string(), v.description("The call that used the context.")),
  ),
  traceparent: v.exactOptional(
    v.pipe(
      v.string(),
      v.description("The trace in which the skill stored the context (W3C Trace Context)."),
      v.examples(["00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"]),
    ),
  ),
  fields: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description(
      "What a team's own schema added; without call-context:read-pii only what is labelled as not sensitive.",
    ),
  ),
  hiddenFields: v.pipe(
    v.array(v.string()),
    v.description("The names of fields that are there and not shown."),
  ),
});
export type ContextView = v.InferOutput<typeof contextViewSchema>;

/** What a caller may see. */
export interface Sight {
  /** With `call-context:read-pii`. */
  readonly whole: boolean;
  /** Fields of a team's own that everybody who may read sees. */
  readonly openFields: ReadonlySet<string>;
}

/** What a caller may see of a record. */
export function contextView(record: CallContextRecord, { whole, openFields }: Sight): ContextView {
  const { contextId, callerName, accountId, accountIdVerified, callerNumber, ...rest } = record;
  const { reason, locale, skillId, callStarter, status, createdAt, expiresAt, ...others } = rest;
  const { transactionId, traceparent, ...fields } = others;
  const shown = (text: string) => (whole ? text : mask(text));
  const words = ownWords(record, whole);
  const isShown = ([name]: readonly [string, unknown]) => whole || openFields.has(name);
  return {
    contextId,
    callerName,
    ...(accountId !== undefined && { accountId: shown(accountId) }),
    accountIdVerified,
    ...(callerNumber !== undefined && { callerNumber: shown(callerNumber) }),
    masked: whole ? [] : maskable.filter((field) => record[field] !== undefined),
    reason: { id: reason.id, ...(reason.text !== undefined && { text: words(reason.text) }) },
    locale,
    ...(skillId !== undefined && { skillId }),
    callStarter,
    status,
    createdAt,
    expiresAt,
    ...(transactionId !== undefined && { transactionId }),
    ...(traceparent !== undefined && { traceparent }),
    fields: Object.fromEntries(Object.entries(fields).filter(isShown)),
    hiddenFields: Object.keys(fields).filter((name) => !whole && !openFields.has(name)),
  };
}
