import { formatUri, parseUri } from "@skill-call/sip";

/** Not to be taken for the start of an escape (RFC 3261 §25.1). */
const loosePercent = /%(?![\da-f]{2})/gi;

/**
 * The Request-URI of a call: whom it is for, at the address of a carrier or Voice Connector. A user part of the address
 * itself stands: there is one phone behind it.
 */
export function calleeUri(address: string, user: string): string {
  const uri = parseUri(address);
  if (uri.kind !== "sip" || uri.user !== undefined) return address;
  return formatUri({ ...uri, user: user.replaceAll(loosePercent, "%25") });
}
