import { lookup } from "node:dns/promises";
import { isIP } from "node:net";
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

/** The peer behind a hop: at once where the host is an address, so that messages keep their order. */
export function resolveHop({ host, port }: NextHop): Peer | Promise<Peer> {
  if (isIP(host)) return { address: host, port };
  return lookup(host).then(({ address }) => ({ address, port }));
}
