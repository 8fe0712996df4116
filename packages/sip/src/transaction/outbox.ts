import { SipTransportError } from "../errors.ts";
import type { RequestStamp } from "../message/request-draft.ts";
import { formatUri, type Uri } from "../message/uri.ts";
import { nextHop, resolveHop } from "../transport/next-hop.ts";
import type { Peer, Protocol, Transport } from "../transport/transport.ts";

/** The way by which the other end of a dialog came to us. */
export interface Flow {
  readonly protocol: Protocol;
  readonly peer: Peer;
}

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
   * The way to a URI; `flow` is taken when a TCP peer does not listen where it says.
   * What cannot be reached at all fails when it is sent.
   */
  departure(uri: Uri, flow?: Flow): Departure {
    const hop = nextHop(uri);
    const transport = hop && this.#transport(hop.protocol);
    if (!hop || !transport) return departure(this.#transports[0], () => unreachable(uri));
    const peer = resolveHop(hop);
    const direct = async (bytes: Buffer) => transport.send(bytes, await peer);
    const now = (bytes: Buffer) =>
      peer instanceof Promise ? direct(bytes) : transport.send(bytes, peer);
    if (flow?.protocol !== transport.protocol) return departure(transport, now);
    return departure(transport, (bytes) =>
      now(bytes).catch(() => transport.send(bytes, flow.peer)),
    );
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

function departure(transport: Transport, send: (bytes: Buffer) => Promise<void>): Departure {
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
