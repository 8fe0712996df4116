import { SipTransportError } from "../errors.ts";
import type { RequestStamp } from "../message/request-draft.ts";
import { formatUri, type Uri } from "../message/uri.ts";
import { knownPeer, lookUpPeer, type NextHop, nextHop } from "../transport/next-hop.ts";
import type { Peer, Protocol, Transport } from "../transport/transport.ts";

/** How the two ends of a dialog met. */
export interface Way {
  readonly protocol: Protocol;
  /** The peer that came to us. */
  readonly peer?: Peer;
}

/** The way by which a peer came to us. */
export type Flow = Required<Way>;

/** A request's way out. */
export interface Departure {
  readonly protocol: Protocol;
  stamp(branch: string): Required<RequestStamp>;
  /** @throws {SipTransportError} */
  send(bytes: Buffer): Promise<void>;
}

/** Finds the transport that a message leaves by. */
export class Outbox {
  readonly #transports: readonly [Transport, ...Transport[]];

  constructor(transports: readonly [Transport, ...Transport[]]) {
    this.#transports = transports;
  }

  /**
   * The way to a URI. In a dialog, the way that led to it decides where the URI does not name a transport, and is
   * taken once more when a TCP peer does not listen where it says. What cannot be reached fails when it is sent.
   */
  departure(uri: Uri, way?: Way): Departure {
    const hop = nextHop(uri);
    const transport = hop && this.#transport(hop.protocol ?? way?.protocol);
    if (!hop || !transport) return departure(this.#transports[0], () => unreachable(uri));
    const direct = sendsTo(hop, transport);
    const peer = way?.protocol === transport.protocol ? way.peer : undefined;
    if (!peer) return departure(transport, direct);
    return departure(transport, (bytes) => direct(bytes).catch(() => transport.send(bytes, peer)));
  }

  /** Contact for the other end of a dialog that speaks this protocol. */
  contact(protocol: Protocol): string {
    return contactOf(this.#transport(protocol) ?? this.#transports[0]);
  }

  #transport(protocol: Protocol | undefined): Transport | undefined {
    if (protocol === undefined) return this.#transport("UDP") ?? this.#transports[0];
    return this.#transports.find((candidate) => candidate.protocol === protocol);
  }
}

function sendsTo(hop: NextHop, transport: Transport): Departure["send"] {
  const known = knownPeer(hop);
  if (known) return (bytes) => transport.send(bytes, known);
  let found: Promise<Peer> | undefined;
  return async (bytes) => {
    found ??= lookUpPeer(hop, transport.advertised.host);
    return transport.send(bytes, await found);
  };
}

function departure(transport: Transport, send: Departure["send"]): Departure {
  const { protocol } = transport;
  return {
    protocol,
    stamp: (branch) => ({
      via: `SIP/2.0/${protocol} ${hostPort(transport)};rport;branch=${branch}`,
      contact: contactOf(transport),
    }),
    send,
  };
}

function contactOf(transport: Transport): string {
  const param = transport.protocol === "UDP" ? "" : ";transport=tcp";
  return `<sip:${hostPort(transport)}${param}>`;
}

function hostPort({ advertised: { host, port } }: Transport): string {
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}

async function unreachable(uri: Uri): Promise<never> {
  throw new SipTransportError("SIP", formatUri(uri));
}
