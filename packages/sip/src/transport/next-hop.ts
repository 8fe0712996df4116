import { lookup } from "node:dns/promises";
import { isIP, isIPv6 } from "node:net";
import { paramValue } from "../message/params.ts";
import type { Uri } from "../message/uri.ts";
import { defaultSipPort, defaultTlsPort, type Peer, type Protocol } from "./transport.ts";

/** Where a URI says that a request goes: RFC 3263 §4, without NAPTR and SRV. */
export interface NextHop {
  /** Undefined where the URI leaves the choice to us. */
  readonly protocol?: Protocol;
  readonly host: string;
  readonly port: number;
}

const protocols: readonly string[] = ["UDP", "TCP", "TLS"] satisfies readonly Protocol[];

/** Undefined for what we cannot reach: other transports, other schemes. */
export function nextHop(uri: Uri): NextHop | undefined {
  if (uri.kind !== "sip") return undefined;
  const asked = paramValue(uri.params, "transport")?.toUpperCase();
  if (asked !== undefined && !protocols.includes(asked)) return undefined;
  // RFC 3261 §26.2.2: every hop of a sips: URI is secured, whichever stream is named.
  const wanted = (uri.scheme === "sips" ? "TLS" : asked) as Protocol | undefined;
  const host = paramValue(uri.params, "maddr") ?? uri.host;
  return {
    ...(wanted !== undefined && { protocol: wanted }),
    host: host.replaceAll(/[[\]]/g, ""),
    port: uri.port ?? (wanted === "TLS" ? defaultTlsPort : defaultSipPort),
  };
}

/** The peer behind a hop whose host is an address: known at once, so that messages keep their order. */
export function knownPeer({ host, port }: NextHop): Peer | undefined {
  return isIP(host) ? { address: host, port } : undefined;
}

/** The peer behind a hop whose host is a name, by an address that a socket bound to `localHost` can reach. */
export async function lookUpPeer({ host, port }: NextHop, localHost: string): Promise<Peer> {
  const family = localHost === "::" ? 0 : isIPv6(localHost) ? 6 : 4;
  const { address } = await lookup(host, { family });
  return { address, port, name: host };
}
