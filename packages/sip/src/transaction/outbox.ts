import { SipTransportError } from "../errors.ts";
import type { RequestStamp } from "../message/request-draft.ts";
import { formatUri, type Uri } from "../message/uri.ts";
import { knownPeer, lookUpPeer, type NextHop, nextHop } from "../transport/next-hop.ts";
import { hostPort, type Peer, type Protocol, type Transport } from "../transport/transport.ts";

/** How the two ends of a dialog met. */
export interface Way {
  readonly protocol: Protocol;
  /** The peer that came to us. */
  readonly peer?: Peer;
  /** Where we found the peer that we came to. */
  readonly hop?: Uri;
}

/** The way by which a peer came to us. */
export type Flow = Required<Pick<Way, "protocol" | "peer">>;

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
   * taken once more where the URI leads nowhere: to a transport that we do not have, an unknown name, a TCP peer that
   * does not listen where it says. What cannot be reached fails when it is sent.
   */
  departure(uri: Uri, way?: Way): Departure {
    const hop = nextHop(uri);
    const transport = hop && this.#transport(hop.protocol ?? way?.protocol);
    const known = way && this.#alongside(way);
    if (!hop || !transport) return known ?? departure(this.#transports[0], unreachable(uri));
    const direct = departure(transport, { host: hop.host, send: sendsTo(hop, transport) });
    if (known?.protocol !== transport.protocol) return direct;
    const send = (bytes: Buffer) => direct.send(bytes).catch(() => known.send(bytes));
    return { ...direct, send };
  }

  /** Contact for the other end of a dialog. */
  contact({ protocol, peer }: Flow): string {
    return contactOf(this.#transport(protocol) ?? this.#transports[0], peer.address);
  }

  /** The way once more by which the two ends have met. */
  #alongside({ protocol, peer, hop: uri }: Way): Departure | undefined {
    const transport = this.#transport(protocol);
    if (!transport) return undefined;
    if (peer) {
      return departure(transport, {
        host: peer.address,
        send: (bytes) => transport.send(bytes, peer),
      });
    }
    const hop = uri && nextHop(uri);
    return hop && departure(transport, { host: hop.host, send: sendsTo(hop, transport) });
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

interface Sending extends Pick<Departure, "send"> {
  /** The party that is to find the way back. */
  readonly host: string;
}

function departure(transport: Transport, { host, send }: Sending): Departure {
  const { protocol } = transport;
  return {
    protocol,
    stamp: (branch) => ({
      via: `SIP/2.0/${protocol} ${hostPort(transport.advertisedTo(host))};rport;branch=${branch}`,
      contact: contactOf(transport, host),
    }),
    send,
  };
}

function contactOf(transport: Transport, peer: string): string {
  const { protocol } = transport;
  const param = protocol === "UDP" ? "" : `;transport=${protocol.toLowerCase()}`;
  return `<sip:${hostPort(transport.advertisedTo(peer))}${param}>`;
}

function unreachable(uri: Uri): Sending {
  const host = uri.kind === "sip" ? uri.host.replaceAll(/[[\]]/g, "") : "";
  const send = async () => {
    throw new SipTransportError("SIP", formatUri(uri));
  };
  return { host, send };
}
