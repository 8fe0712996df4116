/** What the page was opened with. */
export interface AskedCall {
  readonly contextId?: string;
  /** The raw User-to-User header. */
  readonly userToUser?: string;
  readonly token?: string;
}

/**
 * Reads what the page was opened with, `/agent#<id>[&token=…]` or `/agent?userToUser=…[#token=…]`, and takes it out of
 * the address bar and the history: anyone who has the ID may read the context.
 */
export function takeAskedCall(): AskedCall {
  const { search, hash, pathname } = location;
  history.replaceState(null, "", pathname);
  const { contextId, token } = readFragment(hash.slice(1));
  const userToUser = readHeader(new URLSearchParams(search));
  return {
    ...(contextId !== undefined && { contextId }),
    ...(userToUser !== undefined && { userToUser }),
    ...(token !== undefined && { token }),
  };
}

/** A telephone system that got the header in several fields passes several, in a letter case of its own. */
function readHeader(query: URLSearchParams): string | undefined {
  const fields = [...query].filter(([name]) => /^user-?to-?user$/i.test(name));
  return fields.length === 0 ? undefined : fields.map(([, value]) => value).join(", ");
}

/** No context ID has a character that needs escaping, and no token has one but `=`. */
function readFragment(fragment: string): Pick<AskedCall, "contextId" | "token"> {
  const parts = fragment.split("&").filter((part) => part !== "");
  const contextId = parts.find((part) => !part.includes("="));
  const token = parts.find((part) => part.startsWith("token="))?.slice("token=".length);
  return { ...(contextId && { contextId }), ...(token && { token }) };
}
