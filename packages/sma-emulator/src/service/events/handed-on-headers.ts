/** The headers of an INVITE that reach the Lambda: `X-…`, User-to-User and Diversion, in the sender's letter case. */
export function handedOnHeaders(
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => /^(x-.+|user-to-user|diversion)$/i.test(name)),
  );
}
