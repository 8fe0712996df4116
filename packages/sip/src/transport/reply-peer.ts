import { paramValue } from "../message/params.ts";
import type { Via } from "../message/via.ts";
import { defaultSipPort, type Peer } from "./transport.ts";

/**
 * Where the answer to a request goes: RFC 3261 §18.2.2, RFC 3581 §4. Over a connection that has closed since, it goes
 * to where the sender listens: the port that the connection came from leads nowhere.
 *
 * @param via the request's latest hop, stamped with where it came from
 */
export function replyPeer(via: Via, source: Peer): Peer {
  const rport = source.connection === undefined ? paramValue(via.params, "rport") : undefined;
  return { ...source, port: Number(rport ?? via.port ?? defaultSipPort) };
}
