import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Note } from "../call-history.ts";
import { noteAttribute, noteCountAttribute } from "../history-attributes.ts";
import { mostNotes } from "../notes.ts";
import { all, exists, hasRoomForNote, isLive } from "./conditions.ts";

export interface AddNote {
  readonly contextId: string;
  readonly note: Note;
  /** Epoch seconds. */
  readonly now: number;
}

/** Adds a note to a live record that has room for it and none of its ID. */
export function addNoteRequest(
  tableName: string,
  { contextId, note: { id, text, at }, now }: AddNote,
): UpdateCommandInput {
  return {
    TableName: tableName,
    Key: { contextId },
    UpdateExpression: "SET #note = :note, #count = if_not_exists(#count, :none) + :one",
    ConditionExpression: all(exists, isLive, "attribute_not_exists(#note)", hasRoomForNote),
    ExpressionAttributeNames: { "#note": noteAttribute(id), "#count": noteCountAttribute },
    ExpressionAttributeValues: {
      ":now": now,
      ":note": { text, at },
      ":none": 0,
      ":one": 1,
      ":most": mostNotes,
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
