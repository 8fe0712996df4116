import { type CallHistory, callStatuses } from "@skill-call/call-context";
import * as v from "valibot";
import { ownWords } from "./own-words.ts";

const time = v.pipe(v.string(), v.description("ISO 8601, UTC."));

/** A note as the API tells it. */
export const noteViewSchema = v.object({ id: v.string(), text: v.string(), at: time });

const entrySchema = v.variant("type", [
  v.object({ type: v.literal("status"), status: v.picklist(callStatuses), at: time }),
  v.object({ type: v.literal("note"), id: v.string(), text: v.string(), at: time }),
]);

/** What happened to a call, oldest first. */
export const timelineViewSchema = v.object({ entries: v.array(entrySchema) });
export type TimelineView = v.InferOutput<typeof timelineViewSchema>;

/** What a caller may see of a history; `whole` with `call-context:read-pii`. */
export function timelineView(
  { record, statusChanges, notes }: CallHistory,
  whole: boolean,
): TimelineView {
  const words = ownWords(record, whole);
  const entries = [
    ...statusChanges.map(({ status, at }) => ({ type: "status" as const, status, at })),
    ...notes.map(({ id, text, at }) => ({ type: "note" as const, id, text: words(text), at })),
  ];
  return { entries: entries.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)) };
}
