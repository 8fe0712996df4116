import { advertisedHost } from "./own-address.ts";

export type Protocol = "UDP" | "TCP" | "TLS";

/** The other end of a packet. */
export interface Peer {
  /** An IP address. */
  readonly address: string;
  readonly port: number;
  /** The open TCP or TLS connection to use while it lasts. */
  readonly connection?: number;
  /** What it was looked up by; over TLS it has to prove that name. */
  readonly name?: string;
}

/** One whole message, not yet read. */
export interface Packet {
  readonly bytes: Buffer;
  readonly peer: Peer;
}

/** What others are told to send to. */
export interface Advertised {
  readonly host: string;
  readonly port: number;
}

/** A way in and out of this machine. */
export interface Transport {
  readonly protocol: Protocol;
  /** A wildcard where it listens on every interface and nothing else was said. */
  readonly advertised: Advertised;
  /** The same to a peer at this address or of this name: never a wildcard. */
  advertisedTo(peer: string): Advertised;
  /** Packets that come in go to `listener` from now on. */
  receive(listener: (packet: Packet) => void): void;
  /** @throws {SipTransportError} when the bytes did not leave. */
  send(bytes: Buffer, peer: Peer): Promise<void>;
  close(): Promise<void>;
}

/** Where a transport listens. */
export interface ListenOptions {
  /** 127.0.0.1 where nothing else is said. */
  readonly host?: string;
  /** A free one where nothing else is said. */
  readonly port?: number;
  /**
   * What Via and Contact name. Without it `host`, or, where that is a wildcard, the address of the interface that leads
   * to the peer.
   */
  readonly advertisedHost?: string;
}

export const defaultHost = "127.0.0.1";
export const defaultSipPort = 5060;
export const defaultTlsPort = 5061;

/** What a transport that listens at this port tells others. */
export function advertising(
  { host = defaultHost, advertisedHost: told }: ListenOptions,
  port: number,
): Pick<Transport, "advertised" | "advertisedTo"> {
  return {
    advertised: { host: told ?? host, port },
    advertisedTo: (peer) => ({ host: advertisedHost({ host, advertisedHost: told }, peer), port }),
  };
}

/** As URIs and Via write it: an IPv6 address in brackets. */
export function hostPort({ host, port }: Advertised): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
