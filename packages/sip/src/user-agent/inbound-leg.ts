import { dialogAsCallee } from "../dialog/dialog.ts";
import { LiveDialog } from "../dialog/live-dialog.ts";
import type { HeaderList } from "../message/header-list.ts";
import type { Body, SipRequest } from "../message/message.ts";
import type { NameAddress } from "../message/name-address.ts";
import type { Answer } from "../message/response-draft.ts";
import type { Uri } from "../message/uri.ts";
import type { Flow } from "../transaction/outbox.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import type {
  Acknowledgement,
  CallAnswer,
  CallResponse,
  Extras,
  InboundCall,
  InboundCallEvents,
} from "./call.ts";
import type { CallPorts } from "./call-ports.ts";
import { localResponse, refusedAnswer } from "./call-response.ts";
import { dialogAnswer, plainAnswer, retrySoon } from "./dialog-answer.ts";
import { Emitter } from "./emitter.ts";
import type { Leg } from "./leg.ts";
import { Session } from "./session.ts";

export interface InboundLegOptions {
  readonly invite: SipRequest;
  readonly transaction: ServerTransaction;
  readonly flow: Flow;
  readonly localTag: string;
  /** The call is over: nobody will ask for it again. */
  readonly release: () => void;
}

/** A call that came in. */
export class InboundLeg implements InboundCall, Leg {
  readonly callId: string;
  readonly requestUri: Uri;
  readonly from: NameAddress;
  readonly to: NameAddress;
  readonly headers: HeaderList;
  readonly body?: Body;
  readonly maxForwards: number;
  readonly flow: Flow;
  readonly #options: InboundLegOptions;
  readonly #contact: string;
  readonly #session: Session;
  readonly #events = new Emitter<InboundCallEvents>();
  #state: "ringing" | "answered" | "over" = "ringing";

  constructor(ports: CallPorts, options: InboundLegOptions) {
    const { invite, transaction, flow, localTag } = options;
    this.#options = options;
    this.callId = invite.callId;
    this.requestUri = invite.uri;
    this.from = invite.from;
    this.to = invite.to;
    this.headers = invite.headers;
    if (invite.body) this.body = invite.body;
    this.maxForwards = invite.maxForwards;
    this.flow = flow;
    this.#contact = ports.contact(flow);
    const dialog = new LiveDialog(dialogAsCallee(invite, localTag), flow);
    this.#session = new Session(ports, dialog, {
      ended: (end) => {
        this.#close();
        this.#events.emit("ended", end);
      },
      reinvite: (reinvite) => this.#events.emit("reinvite", reinvite),
      info: (info) => this.#events.emit("info", info),
      refer: (refer) => this.#events.emit("refer", refer),
    });
    transaction.onCancel((cancel) => this.#withdraw(cancel));
  }

  on<Name extends keyof InboundCallEvents>(
    event: Name,
    listener: (fact: InboundCallEvents[Name]) => void,
  ): void {
    this.#events.on(event, listener);
  }

  ring(extras: Extras = {}): boolean {
    return this.progress(180, extras);
  }

  progress(status: number, extras: Extras = {}): boolean {
    return this.#state === "ringing" && this.#respond(dialogAnswer(status, this.#contact, extras));
  }

  answer(extras: Extras = {}): Promise<Acknowledgement> {
    if (this.#state !== "ringing") return Promise.resolve({ acknowledged: false });
    const { transaction, invite, localTag } = this.#options;
    const timed = this.#session.timed(invite.headers);
    const plain = dialogAnswer(200, this.#contact, extras);
    const answer = {
      ...plain,
      headers: [...(plain.headers ?? []), ...timed],
      toTag: localTag,
    };
    const taken = this.#session.answer({ transaction, sequence: invite.sequence, answer });
    this.#state = "answered";
    return taken;
  }

  reject(status: number, extras: Extras & { readonly reason?: string | undefined } = {}): boolean {
    if (this.#state !== "ringing") return false;
    const sent = this.#respond(plainAnswer(status, extras));
    this.#close();
    return sent;
  }

  bye(extras: Extras = {}): boolean {
    return this.#state === "answered" && this.#session.bye(extras);
  }

  async reinvite(extras: Extras = {}): Promise<CallAnswer> {
    return this.#state === "answered"
      ? this.#session.reinvite(extras)
      : refusedAnswer(localResponse("no-call"));
  }

  async info(extras: Extras = {}): Promise<CallResponse> {
    return this.#state === "answered"
      ? this.#session.ask("INFO", extras)
      : localResponse("no-call");
  }

  async options(extras: Extras = {}): Promise<CallResponse> {
    return this.#state === "answered"
      ? this.#session.ask("OPTIONS", extras)
      : localResponse("no-call");
  }

  isWith(request: SipRequest): boolean {
    return this.#session.isWith(request);
  }

  /** RFC 3261 §15.1.2: the caller may also hang up by BYE before we answered. */
  receive(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    const early = this.#state === "ringing";
    if (early && ["INVITE", "UPDATE"].includes(request.method)) {
      transaction.respond(retrySoon);
    } else if (early && request.method === "BYE") {
      transaction.respond({ status: 200 });
      this.#withdraw(request);
    } else {
      this.#session.receive(request, transaction, contact);
    }
  }

  receiveAck(ack: SipRequest): void {
    this.#session.receiveAck(ack);
  }

  drop(): void {
    this.#session.drop();
  }

  #withdraw({ headers }: SipRequest): void {
    if (this.#state !== "ringing") return;
    this.#close();
    this.#respond({ status: 487 });
    this.#events.emit("cancelled", { headers });
  }

  #respond(answer: Answer): boolean {
    const { transaction, localTag } = this.#options;
    return transaction.respond({ ...answer, toTag: localTag });
  }

  #close(): void {
    this.#state = "over";
    this.#options.release();
  }
}
