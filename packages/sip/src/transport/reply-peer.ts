import { paramValue } from "../message/params.ts";
import type { Via } from "../message/via.ts";
import { defaultSipPort, type Peer } from "./transport.ts";

/**
 * Where the answer to a request goes: RFC 3261 §18.2.2, RFC 3581 §4.
 *
 * @param via the request's latest hop, stamped with where it came from
 */
export function replyPeer(via: Via, source: Peer): Peer {
  const port = Number(paramValue(via.params, "rport") ?? via.port ?? defaultSipPort);
  return { ...source, port };
}
