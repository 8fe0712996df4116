import { contextIdFromUserToUser, encodeContextId, isContextId } from "@skill-call/call-context";

/** The header that the SIP media application adds for systems that cannot decode User-to-User. */
const contextIdHeader = "X-Call-Context-Id";

/**
 * The context ID in an INVITE's headers, or `undefined`. Header names are compared without regard to case:
 * Voice Connectors change it on the way out.
 */
export function contextIdOfCall(headers: Readonly<Record<string, string>>): string | undefined {
  const userToUser = headerValue(headers, "User-to-User");
  const fromUserToUser = userToUser && contextIdFromUserToUser(userToUser);
  if (fromUserToUser) return fromUserToUser;
  const plain = headerValue(headers, contextIdHeader);
  return isContextId(plain) ? plain : undefined;
}

/** The header of an INVITE that carries a context ID, as Alexa sends it. */
export function headersOfCall(contextId: string): Readonly<Record<string, string>> {
  return { "User-to-User": encodeContextId(contextId) };
}

function headerValue(headers: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(headers).find(
    ([key, value]) => key.toLowerCase() === name.toLowerCase() && value !== "",
  )?.[1];
}
