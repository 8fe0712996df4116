import * as v from "valibot";
import { type CallStatus, callStatuses, type RecordFields } from "./call-context.ts";
import type { CallHistory, Note, StatusChange } from "./call-history.ts";

type Fields = Readonly<Record<string, unknown>>;

// Each entry is an attribute of its own, not a member of a list or map: a repeated write then changes nothing, and
// a record that another system wrote needs no parent first.
const timelinePrefix = "timeline#";
const notePrefix = "note#";

/** How many notes there are: a condition cannot count attributes. */
export const noteCountAttribute = "notes#count";

/**
 * There where the record is encrypted: so a note's condition need not name what the caller said, and who may add notes has no
 * right to that.
 */
export const encryptedNotesAttribute = "notes#encrypted";

export function timelineAttribute(status: CallStatus): string {
  return `${timelinePrefix}${status}`;
}

export function noteAttribute(noteId: string): string {
  return `${notePrefix}${noteId}`;
}

export function isNoteAttribute(name: string): boolean {
  return name.startsWith(notePrefix);
}

/** Whether an attribute is an entry of the history and no field of a context. */
export function isHistoryAttribute(name: string): boolean {
  return /^(timeline|notes?)#/.test(name);
}

const time = v.pipe(v.string(), v.isoTimestamp());
const noteValue = v.object({ text: v.string(), at: time });

/** What the attributes of an item tell of its call; what they tell badly is left out. */
export function historyOf(
  attributes: Fields,
  { createdAt }: Pick<RecordFields, "createdAt">,
): Omit<CallHistory, "record"> {
  return {
    statusChanges: byTime([{ status: "created", at: createdAt }, ...statusChanges(attributes)]),
    notes: byTime(notesOf(attributes)),
  };
}

function statusChanges(attributes: Fields): StatusChange[] {
  return callStatuses.flatMap((status) => {
    const at = attributes[timelineAttribute(status)];
    return v.is(time, at) && status !== "created" ? { status, at } : [];
  });
}

export function notesOf(attributes: Fields): Note[] {
  return Object.entries(attributes).flatMap(([name, value]) =>
    isNoteAttribute(name) && v.is(noteValue, value)
      ? { id: name.slice(notePrefix.length), text: value.text, at: value.at }
      : [],
  );
}

/** Oldest first; what happened in the same millisecond stays in the order in which it was given. */
function byTime<Entry extends { readonly at: string }>(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
