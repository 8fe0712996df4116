import type { TraceEvent } from "@skill-call/emulation/trace";
import * as v from "valibot";
import { isSipMessage } from "./known-steps.ts";

/** Everything that happened from the first word on, and what came of it: the file that a call is exported as. */
export interface CallRecord {
  readonly format: "skill-call-record";
  readonly version: 1;
  readonly id: string;
  readonly title: string;
  readonly locale?: string;
  /** How the call ended, in words; absent while it goes on. */
  readonly outcome?: string;
  readonly events: readonly TraceEvent[];
}

/**
 * The call with one more step. A SIP message is told late, once it is known whose it is: it goes where its time is.
 */
export function withStep(record: CallRecord, event: TraceEvent): CallRecord {
  const { events } = record;
  const isLate = isSipMessage(event);
  const before = isLate ? events.findLastIndex(({ at }) => at <= event.at) + 1 : events.length;
  return { ...record, events: events.toSpliced(before, 0, event) };
}

/** Such as `sma-handler`. */
const lane = v.pipe(v.string(), v.regex(/^[a-z][a-z\d-]*$/));

const eventSchema = v.object({
  at: v.pipe(v.number(), v.finite()),
  from: lane,
  to: lane,
  kind: v.string(),
  label: v.string(),
  durationMs: v.exactOptional(v.number()),
  detail: v.exactOptional(v.unknown()),
  transactionId: v.exactOptional(v.string()),
});

const recordSchema = v.object({
  format: v.literal("skill-call-record"),
  version: v.literal(1),
  id: v.string(),
  title: v.string(),
  locale: v.exactOptional(v.string()),
  outcome: v.exactOptional(v.string()),
  events: v.pipe(v.array(eventSchema), v.minLength(1)),
});

/** A call from an exported file, or what is wrong with the file. */
export function readCallRecord(text: string): CallRecord | { readonly problem: string } {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { problem: "The file is not JSON." };
  }
  const { success, output, issues } = v.safeParse(recordSchema, document);
  if (success) return output;
  const [{ message, path }] = issues;
  const where = path?.map(({ key }) => String(key)).join(".") ?? "the file";
  return { problem: `The file is not an exported call: ${where}: ${message}` };
}
