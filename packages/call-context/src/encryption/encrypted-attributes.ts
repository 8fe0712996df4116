import * as v from "valibot";
import { InvalidRecordError } from "../errors.ts";
import { isNoteAttribute } from "../history-attributes.ts";
import type { StoredItem } from "../stored-record.ts";
import { decryptText, type Place } from "./cipher.ts";

/** Holds everything that the caller said; no field of it stands beside. */
export const encryptedAttribute = "encrypted#context";

/** What is stored there. */
export interface EncryptedContext {
  /** The record's data key, encrypted by its service: base64. */
  readonly key: string;
  /** The context as JSON: nonce, ciphertext and tag of AES-256-GCM, base64. */
  readonly data: string;
}

/** Stored under a note's attribute where the record is encrypted; `data` as in its context, under the same key. */
export interface EncryptedNote {
  readonly id: string;
  readonly data: string;
  readonly at: string;
}

const contextValue = v.object({ key: v.string(), data: v.string() });
const noteValue = v.object({ data: v.string(), at: v.string() });

/** @throws {InvalidRecordError} when it cannot be one */
export function encryptedContextIn({ encrypted }: StoredItem): EncryptedContext {
  if (v.is(contextValue, encrypted)) return encrypted;
  throw unreadable("must hold a data key and what it encrypts");
}

export function unreadable(problem: string, cause?: unknown): InvalidRecordError {
  return new InvalidRecordError(encryptedAttribute, problem, { cause });
}

/** @throws {InvalidRecordError} when it was changed, or moved here from another record or attribute */
export function textAt(place: Place, data: string, key: Uint8Array): string {
  try {
    return decryptText(data, key, place);
  } catch (cause) {
    throw unreadable("was changed, or is another record's", cause);
  }
}

/** An entry of a history as it would stand in a plain record. @throws as `textAt` does */
export function plainEntry(place: Place, entry: unknown, key: Uint8Array): unknown {
  if (!isNoteAttribute(place.attribute) || !v.is(noteValue, entry)) return entry;
  return { text: textAt(place, entry.data, key), at: entry.at };
}
