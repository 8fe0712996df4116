/** The clauses that the requests' conditions are made of, each by its name. */

export const isNew = "attribute_not_exists(contextId)";
export const exists = "attribute_exists(contextId)";

/** TTL sweeps late, up to days: an item whose time is over may well be there. */
export const isLive = "expiresAt > :now";

export const isUnclaimed = "attribute_not_exists(transactionId)";
export const isOfThisCall = "transactionId = :transactionId";

/** Items that other systems write may have no status: they are new. */
export const isCreated = "(attribute_not_exists(#status) OR #status = :created)";
export const isClaimed = "#status = :claimed";

export const isPlain = "attribute_not_exists(#encrypted)";
export const isEncrypted = "attribute_exists(#encrypted)";

/** A record without the count has no note. */
export const hasRoomForNote = "(attribute_not_exists(#count) OR #count < :most)";

export function all(...clauses: readonly string[]): string {
  return clauses.join(" AND ");
}

/**
 * AND binds closer than OR (developer guide, "Precedence in conditions"): the clauses need no parentheses of their own,
 * which a local DynamoDB's parser pays for dearly.
 */
export function any(...clauses: readonly string[]): string {
  return `(${clauses.join(" OR ")})`;
}
