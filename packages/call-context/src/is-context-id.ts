/** StartCommunicationSession takes a clientSessionId of 1–100 characters; these need no escaping in a URL or header. */
const contextIdPattern = /^[A-Za-z0-9._~-]{1,100}$/;

/**
 * Whether a value can be a context ID, ours or another system's: 1–100 of `A-Z a-z 0-9 . _ ~ -`.
 * @example isContextId("db792233-8df3-416c-8d80-a70038747b74") // true
 */
export function isContextId(value: unknown): value is string {
  return typeof value === "string" && contextIdPattern.test(value);
}
