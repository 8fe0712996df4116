import { BlockList, isIP, isIPv4, isIPv6 } from "node:net";
import { networkInterfaces } from "node:os";

/** What this machine's interfaces are, in the shape of `os.networkInterfaces()`. */
export type Interfaces = ReturnType<typeof networkInterfaces>;

const loopback = { IPv4: "127.0.0.1", IPv6: "::1" } as const;

/** Where we listen, and what others are told of it. */
export interface Listening {
  readonly host: string;
  readonly advertisedHost?: string | undefined;
}

/** What a peer is told to send to: where we listen on every interface, the address of the one that leads to it. */
export function advertisedHost(
  { host, advertisedHost: told = host }: Listening,
  peer: string,
): string {
  return isWildcard(told) ? ownAddressTowards(peer, told) : told;
}

/** A socket bound to it listens on every interface. */
function isWildcard(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

/**
 * The address of ours that a peer can send to: that of the interface whose network the peer is in, else of the first
 * interface that leads out of this machine. A peer that is a name is taken for one out there, but for `localhost`.
 *
 * @param wildcard `0.0.0.0` or `::`, which also takes IPv4
 */
export function ownAddressTowards(
  peer: string,
  wildcard: string,
  interfaces: Interfaces = networkInterfaces(),
): string {
  const family = isIPv6(peer) || (!isIP(peer) && isIPv6(wildcard)) ? "IPv6" : "IPv4";
  const all = Object.values(interfaces)
    .flatMap((addresses) => addresses ?? [])
    .filter((each) => each.family === family && !each.address.startsWith("fe80:"));
  const near = all.find(({ cidr }) => cidr !== null && isIn(cidr, peer));
  if (near) return near.address;
  if (peer === "localhost") return loopback[family];
  return all.find(({ internal }) => !internal)?.address ?? loopback[family];
}

function isIn(cidr: string, address: string): boolean {
  const [network = "", prefix = ""] = cidr.split("/");
  const family = isIPv4(network) ? "ipv4" : "ipv6";
  if (isIP(address) !== isIP(network)) return false;
  const list = new BlockList();
  list.addSubnet(network, Number(prefix), family);
  return list.check(address, family);
}

/** An IPv4 peer of a socket that takes both families, by its own name. */
export function unmapped(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}

/** The name of an IPv4 peer for a socket that takes both families. */
export function mapped(address: string, localHost: string): string {
  return localHost === "::" && isIPv4(address) ? `::ffff:${address}` : address;
}
