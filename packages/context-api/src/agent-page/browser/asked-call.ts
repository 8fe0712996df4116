/** What the page was opened with. */
export interface AskedCall {
  readonly contextId?: string;
  /** The raw User-to-User header. */
  readonly userToUser?: string;
  readonly token?: string;
}

/**
 * Reads what the page was opened with, `/agent#<id>[&token=…]` or `/agent?userToUser=…[#token=…]`, and takes it out of
 * the address bar and the history: who has the ID may read the context.
 */
export function takeAskedCall(): AskedCall {
  const { search, hash, pathname } = location;
  history.replaceState(null, "", pathname);
  const { contextId, token } = readFragment(hash.slice(1));
  const userToUser = new URLSearchParams(search).get("userToUser");
  return {
    ...(contextId !== undefined && { contextId }),
    ...(userToUser !== null && { userToUser }),
    ...(token !== undefined && { token }),
  };
}

/** No context ID has a character that needs escaping, and no token has one but `=`. */
function readFragment(fragment: string): Pick<AskedCall, "contextId" | "token"> {
  const parts = fragment.split("&").filter((part) => part !== "");
  const contextId = parts.find((part) => !part.includes("="));
  const token = parts.find((part) => part.startsWith("token="))?.slice("token=".length);
  return { ...(contextId && { contextId }), ...(token && { token }) };
}
