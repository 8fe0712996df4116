import type { UpdateCommandInput } from "@aws-sdk/lib-dynamodb";
import type { Note } from "../call-history.ts";
import type { EncryptedNote } from "../encryption/encrypted-attributes.ts";
import {
  encryptedNotesAttribute,
  noteAttribute,
  noteCountAttribute,
} from "../history-attributes.ts";
import { mostNotes } from "../notes.ts";
import { all, exists, hasRoomForNote, isEncrypted, isLive, isPlain } from "./conditions.ts";

export interface AddNote {
  readonly contextId: string;
  /** Encrypted for a record that is, and for no other. */
  readonly note: Note | EncryptedNote;
  /** Epoch seconds. */
  readonly now: number;
}

/** Adds a note to a live record that has room for it and none of its ID. */
export function addNoteRequest(
  tableName: string,
  { contextId, note: { id, ...note }, now }: AddNote,
): UpdateCommandInput {
  return {
    TableName: tableName,
    Key: { contextId },
    UpdateExpression: "SET #note = :note, #count = if_not_exists(#count, :none) + :one",
    ConditionExpression: all(
      exists,
      isLive,
      "data" in note ? isEncrypted : isPlain,
      "attribute_not_exists(#note)",
      hasRoomForNote,
    ),
    ExpressionAttributeNames: {
      "#note": noteAttribute(id),
      "#count": noteCountAttribute,
      "#encrypted": encryptedNotesAttribute,
    },
    ExpressionAttributeValues: {
      ":now": now,
      ":note": note,
      ":none": 0,
      ":one": 1,
      ":most": mostNotes,
    },
    ReturnValuesOnConditionCheckFailure: "ALL_OLD",
  };
}
