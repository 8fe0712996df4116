import { type Clock, systemClock } from "../clock.ts";
import type { SipParseError } from "../errors.ts";
import { type IdSource, randomIds } from "../ids.ts";
import type { SipRequest } from "../message/message.ts";
import { tagOf } from "../message/name-address.ts";
import type { Flow } from "../transaction/outbox.ts";
import type { RequestListener } from "../transaction/request-receiver.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import { standardTimers, type TimerValues } from "../transaction/timing.ts";
import { TransactionLayer } from "../transaction/transaction-layer.ts";
import { type MessageObserver, observedTransport } from "../transport/observed-transport.ts";
import type { Peer, Transport } from "../transport/transport.ts";
import { refusalOf } from "./admission.ts";
import { acceptHeader, allowedMethods, allowHeader } from "./allowed-methods.ts";
import type { InboundCall, InviteOptions, OutboundCall } from "./call.ts";
import type { CallPorts } from "./call-ports.ts";
import { InboundLeg } from "./inbound-leg.ts";
import { inviteDraft } from "./invite-draft.ts";
import { Legs } from "./leg.ts";
import { OutboundLeg } from "./outbound-leg.ts";
import { type Binding, bindingsIn, registered } from "./registration.ts";

export interface UserAgentOptions {
  /** At most one of each protocol; the first is used where nothing else fits. */
  readonly transports: readonly [Transport, ...Transport[]];
  /** A call has come in; its listeners are to be set before this returns. */
  readonly onInvite: (call: InboundCall) => void;
  /** Makes of the bindings that a REGISTER asks for those that there are now; 405 without it. Nothing is kept here. */
  readonly onRegister?: Registrar | undefined;
  readonly clock?: Clock;
  readonly timers?: TimerValues;
  readonly ids?: IdSource;
  /** Sees every message, copies included. Messages hold personal data: not for a log. */
  readonly onMessage?: MessageObserver;
  /** Told of packets that are not SIP messages. */
  readonly onUnreadable?: (error: SipParseError, peer: Peer) => void;
}

export type Registrar = (wanted: readonly Binding[]) => readonly Binding[];

/** Makes and takes calls. */
export interface UserAgent {
  /** @throws {SipUsageError} when an address or header cannot be sent. */
  invite(options: InviteOptions): OutboundCall;
  /** What is not over yet; transactions outlive their calls by up to 64 × T1. */
  live(): { readonly calls: number; readonly transactions: number };
  /** Closes the sockets and drops every call without a word to its peer. */
  close(): Promise<void>;
}

/** A SIP user agent: RFC 3261 §8, §12 to §15. */
export function createUserAgent(options: UserAgentOptions): UserAgent {
  return new UserAgentCore(options);
}

class UserAgentCore implements UserAgent, RequestListener {
  readonly #onInvite: (call: InboundCall) => void;
  readonly #onRegister: Registrar | undefined;
  readonly #layer: TransactionLayer;
  readonly #ports: CallPorts;
  readonly #legs = new Legs();

  constructor(options: UserAgentOptions) {
    const { clock = systemClock, timers = standardTimers, ids = randomIds, onMessage } = options;
    const [first, ...others] = options.transports;
    const watch = (transport: Transport) =>
      onMessage ? observedTransport(transport, onMessage) : transport;
    this.#onInvite = options.onInvite;
    this.#onRegister = options.onRegister;
    this.#layer = new TransactionLayer({
      transports: [watch(first), ...others.map(watch)],
      clock,
      timers,
      ids,
      listener: this,
      unreadable: options.onUnreadable ?? (() => {}),
    });
    const { sender, outbox } = this.#layer;
    this.#ports = { clock, timers, ids, sender, contact: (flow) => outbox.contact(flow) };
  }

  invite(options: InviteOptions): OutboundCall {
    const { ids } = this.#ports;
    const localTag = ids.tag();
    const invite = inviteDraft(options, ids, localTag);
    const release = () => this.#legs.remove(invite.callId, localTag);
    const leg = new OutboundLeg(this.#ports, { invite, release });
    this.#legs.add(invite.callId, localTag, leg);
    return leg;
  }

  live() {
    return { calls: this.#legs.size, transactions: this.#layer.size };
  }

  close(): Promise<void> {
    this.#legs.dropAll();
    return this.#layer.close();
  }

  request(request: SipRequest, transaction: ServerTransaction, flow: Flow): void {
    const localTag = tagOf(request.to);
    const refusal = refusalOf(request, {
      methods: [
        ...allowedMethods,
        ...(this.#onRegister ? ["REGISTER"] : []),
        // The party on the call says what becomes of it.
        ...(localTag === undefined ? [] : ["REFER"]),
      ],
      secured: flow.protocol === "TLS",
    });
    if (refusal) transaction.respond({ ...refusal, toTag: this.#ports.ids.tag() });
    else if (localTag !== undefined) this.#requestInDialog(request, transaction, flow);
    else this.#requestOutside(request, transaction, flow);
  }

  acknowledged(ack: SipRequest): void {
    this.#legs.find(ack, tagOf(ack.to) ?? "")?.receiveAck(ack);
  }

  #requestInDialog(request: SipRequest, transaction: ServerTransaction, flow: Flow): void {
    const leg = this.#legs.find(request, tagOf(request.to) ?? "");
    if (leg) leg.receive(request, transaction, this.#ports.contact(flow));
    else transaction.respond({ status: 481 });
  }

  #requestOutside(request: SipRequest, transaction: ServerTransaction, flow: Flow): void {
    const toTag = this.#ports.ids.tag();
    const { method } = request;
    if (method === "INVITE") this.#receiveCall(request, transaction, flow);
    else if (method === "REGISTER") this.#register(request, transaction);
    else if (method !== "OPTIONS") transaction.respond({ status: 481, toTag });
    else transaction.respond({ status: 200, toTag, headers: [allowHeader, acceptHeader] });
  }

  #register(register: SipRequest, transaction: ServerTransaction): void {
    const bindings = this.#onRegister?.(bindingsIn(register)) ?? [];
    transaction.respond({ ...registered(bindings), toTag: this.#ports.ids.tag() });
  }

  #receiveCall(invite: SipRequest, transaction: ServerTransaction, flow: Flow): void {
    const localTag = this.#ports.ids.tag();
    const release = () => this.#legs.remove(invite.callId, localTag);
    const leg = new InboundLeg(this.#ports, { invite, transaction, flow, localTag, release });
    this.#legs.add(invite.callId, localTag, leg);
    this.#onInvite(leg);
  }
}
