import type { CallHistory } from "@skill-call/call-context";
import * as v from "valibot";
import { statusSchema, timeSchema } from "./context-view.ts";
import { ownWords } from "./own-words.ts";

const noteFields = {
  id: v.pipe(v.string(), v.examples(["n1"])),
  text: v.pipe(v.string(), v.examples(["Prefers to be called back"])),
  at: timeSchema,
};

/** A note as the API tells it. */
export const noteViewSchema = v.object(noteFields);

/** When the call reached a status, or what somebody noted. */
export const timelineEntrySchema = v.variant("type", [
  v.object({ type: v.literal("status"), status: statusSchema, at: timeSchema }),
  v.object({ type: v.literal("note"), ...noteFields }),
]);

/** What happened to a call, oldest first. */
export const timelineViewSchema = v.object({ entries: v.array(timelineEntrySchema) });
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
