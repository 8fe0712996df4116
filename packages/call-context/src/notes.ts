import type { NewNote, Note } from "./call-history.ts";
import { InvalidContextError, NoteConflictError, NotesFullError } from "./errors.ts";
import { storableText } from "./storable.ts";

/** With `longestNote` at most 125 KB (a character takes at most 4 bytes): an item of DynamoDB holds 400. */
export const mostNotes = 32;
const longestNote = 1000;
const noteIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Checks a note before any request.
 * @throws {InvalidContextError} naming the field that does not fit
 */
export function newNote({ id, text }: NewNote, now: number): Note {
  storableText("note.text", text);
  // A character beyond the BMP is one too, though it has a length of 2.
  if ([...text].length > longestNote) {
    throw new InvalidContextError("note.text", `is longer than ${longestNote} characters`);
  }
  if (typeof id !== "string" || !noteIdPattern.test(id)) {
    throw new InvalidContextError("note.id", "must be 1–64 of A-Z a-z 0-9 _ -");
  }
  return { id, text, at: new Date(now).toISOString() };
}

/**
 * The note that stands already where a note was to be written.
 * @throws {NoteConflictError} when it says something else
 * @throws {NotesFullError} when there is none, because there are too many others
 */
export function standingNote(notes: readonly Note[], wanted: NewNote): Note {
  const standing = notes.find(({ id }) => id === wanted.id);
  if (!standing) throw new NotesFullError(`A call context takes no further note`);
  if (standing.text !== wanted.text) {
    throw new NoteConflictError("Another text is noted under this ID");
  }
  return standing;
}
