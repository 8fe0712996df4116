import { dialogAsCaller } from "../dialog/dialog.ts";
import { LiveDialog } from "../dialog/live-dialog.ts";
import { checkExtraHeaders } from "../message/extra-headers.ts";
import type { SipRequest, SipResponse } from "../message/message.ts";
import { type NameAddress, parseNameAddress, tagOf } from "../message/name-address.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import type { CallAnswer, CallResponse, Extras, OutboundCall, OutboundCallEvents } from "./call.ts";
import type { CallPorts } from "./call-ports.ts";
import { callResponse, localResponse, refusedAnswer } from "./call-response.ts";
import { Emitter } from "./emitter.ts";
import type { Leg } from "./leg.ts";
import { SentInvite } from "./sent-invite.ts";
import { Session, type SessionListener } from "./session.ts";

export interface OutboundLegOptions {
  readonly invite: RequestDraft;
  /** The call is over: nobody will ask for it again. */
  readonly release: () => void;
}

/** A session that nobody follows: another fork's, or that of a call that was cancelled too late. */
const deaf: SessionListener = {
  ended: () => {},
  reinvite: () => false,
  info: () => false,
  refer: () => false,
};

/** A call that we made. */
export class OutboundLeg implements OutboundCall, Leg {
  readonly callId: string;
  readonly from: NameAddress;
  readonly #ports: CallPorts;
  readonly #options: OutboundLegOptions;
  readonly #sent: SentInvite;
  readonly #events = new Emitter<OutboundCallEvents>();
  /** By the tag of the answerer; the first is the call. */
  readonly #sessions = new Map<string, Session>();
  #session: Session | undefined;
  #cancelled = false;

  /** @throws {SipUsageError} when the INVITE cannot be sent. */
  constructor(ports: CallPorts, options: OutboundLegOptions) {
    this.#ports = ports;
    this.#options = options;
    this.callId = options.invite.callId;
    this.from = parseNameAddress(options.invite.from, "From");
    this.#sent = new SentInvite(ports, options.invite, {
      listener: {
        provisional: (response) => this.#progress(response),
        final: (response) => this.#settle(response),
        failed: (cause) => this.#fail(localResponse(cause)),
      },
    });
  }

  on<Name extends keyof OutboundCallEvents>(
    event: Name,
    listener: (fact: OutboundCallEvents[Name]) => void,
  ): void {
    this.#events.on(event, listener);
  }

  cancel({ headers = [] }: Extras = {}): boolean {
    const cancelled = this.#sent.cancel(checkExtraHeaders(headers));
    this.#cancelled ||= cancelled;
    return cancelled;
  }

  bye(extras: Extras = {}): boolean {
    return this.#session?.bye(extras) ?? false;
  }

  async reinvite(extras: Extras = {}): Promise<CallAnswer> {
    return this.#session?.reinvite(extras) ?? refusedAnswer(localResponse("no-call"));
  }

  async info(extras: Extras = {}): Promise<CallResponse> {
    return this.#session?.ask("INFO", extras) ?? localResponse("no-call");
  }

  async options(extras: Extras = {}): Promise<CallResponse> {
    return this.#session?.ask("OPTIONS", extras) ?? localResponse("no-call");
  }

  isWith(request: SipRequest): boolean {
    return this.#session?.isWith(request) ?? false;
  }

  receive(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    this.#session?.receive(request, transaction, contact);
  }

  receiveAck(ack: SipRequest): void {
    this.#session?.receiveAck(ack);
  }

  drop(): void {
    this.#sent.drop();
    for (const session of this.#sessions.values()) session.drop();
  }

  #progress(response: SipResponse): void {
    if (response.status > 100) this.#events.emit("provisional", callResponse(response));
  }

  #settle(response: SipResponse): void {
    if (response.status >= 300) this.#fail(callResponse(response));
    else if (this.#session) this.#takeLater(response);
    else this.#takeFirst(response);
  }

  #takeFirst(response: SipResponse): void {
    const listener = this.#cancelled ? this.#released() : this.#followed();
    const { session, answer } = this.#open(response, listener);
    this.#session = session;
    if (!answer) return;
    if (!this.#cancelled) {
      this.#events.emit("answered", answer);
      return;
    }
    hangUp(session, answer);
    this.#events.emit("failed", localResponse("cancelled"));
  }

  /** A copy of the 2xx, or another fork's, which is one too many: RFC 3261 §13.2.2.4. */
  #takeLater(response: SipResponse): void {
    const known = this.#sessions.get(tagOf(response.to) ?? "");
    if (known) known.take(this.#options.invite, response);
    else {
      const { session, answer } = this.#open(response, deaf);
      if (answer) hangUp(session, answer);
    }
  }

  #open(response: SipResponse, listener: SessionListener) {
    const { invite } = this.#options;
    const { protocol } = this.#sent;
    const dialog = new LiveDialog(dialogAsCaller(invite, response), {
      protocol,
      hop: invite.nextHop,
    });
    const session = new Session(this.#ports, dialog, listener);
    this.#sessions.set(tagOf(response.to) ?? "", session);
    return { session, answer: session.take(invite, response) };
  }

  #followed(): SessionListener {
    return {
      ended: (end) => {
        this.#options.release();
        this.#events.emit("ended", end);
      },
      reinvite: (reinvite) => this.#events.emit("reinvite", reinvite),
      info: (info) => this.#events.emit("info", info),
      refer: (refer) => this.#events.emit("refer", refer),
    };
  }

  #released(): SessionListener {
    return { ...deaf, ended: () => this.#options.release() };
  }

  #fail(response: CallResponse): void {
    this.#options.release();
    this.#events.emit("failed", response);
  }
}

function hangUp(session: Session, answer: CallAnswer): void {
  answer.acknowledge();
  session.bye();
}
