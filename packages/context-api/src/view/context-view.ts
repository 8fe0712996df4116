import { type CallContextRecord, callStarters, callStatuses } from "@skill-call/call-context";
import * as v from "valibot";
import { mask } from "./mask.ts";
import { ownWords } from "./own-words.ts";

const maskable = ["accountId", "callerNumber"] as const;

/** A context as the API tells it. */
export const contextViewSchema = v.object({
  contextId: v.pipe(v.string(), v.description("A key to personal data: never log it.")),
  callerName: v.string(),
  accountId: v.exactOptional(v.string()),
  accountIdVerified: v.pipe(
    v.boolean(),
    v.description("false: the caller said the account ID, and no system of record confirmed it."),
  ),
  callerNumber: v.exactOptional(v.pipe(v.string(), v.description("E.164."))),
  masked: v.pipe(
    v.array(v.picklist(maskable)),
    v.description(
      "The fields that are shown in part, also within reason.text and notes: the caller has no call-context:read-pii.",
    ),
  ),
  reason: v.object({ id: v.string(), text: v.exactOptional(v.string()) }),
  locale: v.pipe(v.string(), v.description("BCP 47, such as en-US.")),
  skillId: v.exactOptional(v.string()),
  callStarter: v.picklist(callStarters),
  status: v.picklist(callStatuses),
  createdAt: v.pipe(v.string(), v.description("ISO 8601, UTC.")),
  expiresAt: v.pipe(v.number(), v.description("Epoch seconds: from then on the context is gone.")),
  transactionId: v.exactOptional(
    v.pipe(v.string(), v.description("The call that used the context.")),
  ),
  fields: v.pipe(
    v.record(v.string(), v.unknown()),
    v.description("What a team's own schema added; empty without call-context:read-pii."),
  ),
});
export type ContextView = v.InferOutput<typeof contextViewSchema>;

/** What a caller may see of a record; `whole` with `call-context:read-pii`. */
export function contextView(record: CallContextRecord, whole: boolean): ContextView {
  const { contextId, callerName, accountId, accountIdVerified, callerNumber, ...rest } = record;
  const { reason, locale, skillId, callStarter, status, createdAt, expiresAt, ...others } = rest;
  const { transactionId, ...fields } = others;
  const shown = (text: string) => (whole ? text : mask(text));
  const words = ownWords(record, whole);
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
    fields: whole ? fields : {},
  };
}
