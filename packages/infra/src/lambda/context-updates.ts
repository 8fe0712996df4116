/**
 * The attributes that each of the store's updates names, in what it sets and in its condition (packages/call-context):
 * DynamoDB looks at both. A status has an attribute of its own for its time, and so has each note.
 */
export const attributesOf = {
  claim: ["contextId", "expiresAt", "status", "timeline#claimed", "transactionId"],
  advance: ["contextId", "expiresAt", "status", "timeline#*", "transactionId", "writeToken"],
  addNote: ["contextId", "expiresAt", "note#*", "notes#count", "notes#encrypted"],
} as const;

/** What of a context is changed once it is there. */
export type ContextUpdate = keyof typeof attributesOf;
