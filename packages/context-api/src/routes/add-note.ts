import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { noteViewSchema } from "../view/timeline-view.ts";
import { text } from "./body-text.ts";
import type { Route } from "./route.ts";

const idMessage = "must be 1–64 of A-Z a-z 0-9 _ -";

/** Notes are read in terminals and spreadsheets too: no control characters but tabs and line breaks. */
const printable = {
  character: "(?:[^\\p{Cc}\\p{Cs}]|[\\t\\n\\r])",
  without: "control characters",
};

export const newNoteSchema = v.strictObject({
  id: v.exactOptional(
    v.pipe(
      v.string(idMessage),
      v.regex(/^[A-Za-z0-9_-]{1,64}$/, idMessage),
      v.description(
        "Your own key: the same note sent again is noted once. Without it one is made.",
      ),
    ),
  ),
  text: text(1000, printable),
});

type NoteBody = v.InferOutput<typeof newNoteSchema>;

export const addNote: Route<NoteBody> = {
  name: "addNote",
  method: "post",
  path: "/v1/contexts/:contextId/notes",
  summary: "Note something about the call; at most 32 notes",
  description:
    "The same id or Idempotency-Key with the same text is the same note; with another text it is a conflict. No control characters but tabs and line breaks.",
  scope: "call-context:write",
  success: { status: 201, description: "The note, with its time" },
  answerSchema: noteViewSchema,
  mayConflict: true,
  bodySchema: newNoteSchema,
  isIdempotent: true,
  async answer({ contextId, body, idempotencyKey, store, signal }) {
    const { id = idempotencyKey ?? randomUUID(), text } = body;
    return { status: 201, body: await store.addNote(contextId, { id, text }, { signal }) };
  },
};
