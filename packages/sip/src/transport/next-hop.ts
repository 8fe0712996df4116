import { lookup } from "node:dns/promises";
import { isIP, isIPv6 } from "node:net";
import { paramValue } from "../message/params.ts";
import type { Uri } from "../message/uri.ts";
import { defaultSipPort, type Peer, type Protocol } from "./transport.ts";

/** Where a URI says that a request goes: RFC 3263 §4, without NAPTR and SRV. */
export interface NextHop {
  /** Undefined where the URI leaves the choice to us. */
  readonly protocol?: Protocol;
  readonly host: string;
  readonly port: number;
}

/** Undefined for what we cannot reach: TLS, other transports, other schemes. */
export function nextHop(uri: Uri): NextHop | undefined {
  if (uri.kind !== "sip" || uri.scheme === "sips") return undefined;
  const wanted = paramValue(uri.params, "transport")?.toUpperCase();
  if (wanted !== undefined && wanted !== "UDP" && wanted !== "TCP") return undefined;
  const host = paramValue(uri.params, "maddr") ?? uri.host;
  return {
    ...(wanted !== undefined && { protocol: wanted }),
    host: host.replaceAll(/[[\]]/g, ""),
    port: uri.port ?? defaultSipPort,
  };
}

/** The peer behind a hop whose host is an address: known at once, so that messages keep their order. */
export function knownPeer({ host, port }: NextHop): Peer | undefined {
  return isIP(host) ? { address: host, port } : undefined;
}

/** The peer behind a hop whose host is a name, by an address that a socket bound to `localHost` can reach. */
export async function lookUpPeer({ host, port }: NextHop, localHost: string): Promise<Peer> {
  const { address } = await lookup(host, { family: isIPv6(localHost) ? 6 : 4 });
  return { address, port };
}
