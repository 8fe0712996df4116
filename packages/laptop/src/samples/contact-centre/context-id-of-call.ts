import { contextIdFromUserToUser, encodeContextId, isContextId } from "@skill-call/call-context";

/** The header that the SIP media application adds for systems that cannot decode User-to-User. */
const contextIdHeader = "X-Call-Context-Id";

/**
 * The context ID in an INVITE's headers, or `undefined`. Header names are compared without regard to case:
 * Voice Connectors change it on the way out.
 */
export function contextIdOfCall(headers: Readonly<Record<string, string>>): string | undefined {
  return (
    contextIdFromUserToUser(fieldsOf(headers, "User-to-User")) ??
    fieldsOf(headers, contextIdHeader).find(isContextId)
  );
}

/** The header of an INVITE that carries a context ID, as Alexa sends it. */
export function headersOfCall(contextId: string): Readonly<Record<string, string>> {
  return { "User-to-User": encodeContextId(contextId) };
}

function fieldsOf(headers: Readonly<Record<string, string>>, name: string): string[] {
  const fields = Object.entries(headers).filter(
    ([key]) => key.toLowerCase() === name.toLowerCase(),
  );
  return fields.map(([, value]) => value);
}
