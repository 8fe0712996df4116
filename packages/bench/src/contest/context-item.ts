export const table = "call-contexts";

/** A context as it stands in the table before its call. */
export function contextItem(contextId: string) {
  const now = Date.now();
  return {
    contextId: { S: contextId },
    callerName: { S: "Ana" },
    accountIdVerified: { BOOL: false },
    reason: { M: { id: { S: "billing" } } },
    locale: { S: "en-US" },
    callStarter: { S: "skill-call" },
    status: { S: "created" },
    createdAt: { S: new Date(now).toISOString() },
    expiresAt: { N: String(Math.floor(now / 1000) + 3600) },
  };
}
