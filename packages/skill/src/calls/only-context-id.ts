/** The order was stored before: its ID is taken. */
export class StoredBeforeError extends Error {
  override readonly name = "StoredBeforeError";
}

/**
 * A source of IDs that has one. A store that finds it taken asks for another, and that is how the second
 * delivery of one and the same order is known for what it is, in one request and across every Lambda.
 */
export function onlyContextId(contextId: string): () => string {
  const ids = [contextId];
  return () => {
    const id = ids.pop();
    if (id === undefined) throw new StoredBeforeError("This context ID is taken");
    return id;
  };
}
