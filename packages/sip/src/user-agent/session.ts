import type { LiveDialog } from "../dialog/live-dialog.ts";
import { type Header, HeaderList } from "../message/header-list.ts";
import type { Body, SipRequest, SipResponse } from "../message/message.ts";
import { optionTags } from "../message/option-tags.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import { acceptHeader, allowHeader, supportedHeader } from "./allowed-methods.ts";
import type {
  Acknowledgement,
  CallAnswer,
  CallEnd,
  CallResponse,
  Extras,
  Info,
  Refer,
  Reinvite,
} from "./call.ts";
import type { CallPorts } from "./call-ports.ts";
import { callResponse, localResponse, refusedAnswer } from "./call-response.ts";
import { dialogAnswer, plainAnswer, retrySoon } from "./dialog-answer.ts";
import { type AnsweredInvite, OwnAnswers } from "./own-answers.ts";
import { PeerAnswers } from "./peer-answers.ts";
import { PeerOffers } from "./peer-offers.ts";
import { SentInvite } from "./sent-invite.ts";
import {
  agreedInterval,
  answeredInterval,
  refreshingHeader,
  type SessionInterval,
  SessionTimer,
} from "./session-timer.ts";

/** Who hears what happens in a session; the answers say whether anybody did. */
export interface SessionListener {
  ended(end: CallEnd): void;
  reinvite(reinvite: Reinvite): boolean;
  info(info: Info): boolean;
  refer(refer: Refer): boolean;
}

/** What happens between two user agents inside their dialog. */
export class Session {
  readonly #ports: CallPorts;
  readonly #dialog: LiveDialog;
  readonly #listener: SessionListener;
  readonly #ownAnswers: OwnAnswers;
  readonly #peerAnswers: PeerAnswers;
  readonly #peerOffers: PeerOffers;
  readonly #timer: SessionTimer;
  /** What we said last of our side of the session; a refresh says it again. */
  #ownBody: Body | undefined;
  /** Whether the peer takes UPDATE, which refreshes a session without a word about it. */
  #takesUpdate = false;
  #ownOffer: SentInvite | undefined;
  #state: "open" | "ending" | "over" = "open";
  /** Our BYE, while the ACK that has to come before it is still missing: RFC 3261 §15. */
  #heldBye: RequestDraft | undefined;

  constructor(ports: CallPorts, dialog: LiveDialog, listener: SessionListener) {
    this.#ports = ports;
    this.#dialog = dialog;
    this.#listener = listener;
    this.#ownAnswers = new OwnAnswers(ports, (acknowledged) => this.#answerSettled(acknowledged));
    this.#peerAnswers = new PeerAnswers(dialog, ports.sender);
    this.#timer = new SessionTimer({
      clock: ports.clock,
      refresh: (interval) => void this.#refresh(interval),
      expired: () => this.#giveUp(),
    });
    this.#peerOffers = new PeerOffers({
      dialog,
      answers: this.#ownAnswers,
      timed: (headers) => this.timed(headers),
      heard: (reinvite) => listener.reinvite(reinvite),
    });
  }

  /** What an answer says of the session's interval, which begins anew. */
  timed(headers: HeaderList): readonly Header[] {
    this.#takesUpdate = optionTags(headers, "Allow").includes("UPDATE");
    const answered = answeredInterval(headers);
    this.#timer.start(answered?.interval);
    return answered?.headers ?? [];
  }

  isWith(request: SipRequest): boolean {
    return this.#dialog.isWith(request);
  }

  /** A request of the peer inside the dialog. */
  receive(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    if (!this.#dialog.follows(request)) transaction.respond({ status: 500 });
    else if (request.method === "BYE") this.#receiveBye(request, transaction);
    else if (request.method === "INVITE") this.#receiveInvite(request, transaction, contact);
    else if (request.method === "UPDATE") this.#receiveUpdate(request, transaction, contact);
    else if (request.method === "INFO") this.#receiveInfo(request, transaction);
    else if (request.method === "REFER") this.#receiveRefer(request, transaction);
    else transaction.respond({ status: 200, headers: [allowHeader, acceptHeader] });
  }

  receiveAck(ack: SipRequest): void {
    this.#ownAnswers.receive(ack);
  }

  /** Answers an INVITE of the peer with a 2xx. */
  answer(invite: AnsweredInvite): Promise<Acknowledgement> {
    this.#ownBody = invite.answer.body;
    return this.#ownAnswers.answer(invite);
  }

  /** Takes a 2xx of the peer; undefined where it is a copy. */
  take(invite: RequestDraft, response: SipResponse): CallAnswer | undefined {
    const answer = this.#peerAnswers.take(invite, response);
    if (answer) {
      this.#ownBody = invite.body ?? this.#ownBody;
      this.#takesUpdate = optionTags(response.headers, "Allow").includes("UPDATE");
      this.#timer.start(agreedInterval(response.headers));
    }
    return answer;
  }

  /** Lets the session go without a word to the peer. */
  drop(): void {
    this.#state = "over";
    this.#timer.stop();
    this.#ownAnswers.stop();
    this.#ownOffer?.drop();
  }

  bye(extras: Extras = {}): boolean {
    if (this.#state !== "open") return false;
    const bye = this.#dialog.next("BYE", extras);
    this.#state = "ending";
    this.#timer.stop();
    if (this.#ownAnswers.waiting) this.#heldBye = bye;
    else this.#sendBye(bye);
    return true;
  }

  reinvite(extras: Extras = {}): Promise<CallAnswer> {
    if (this.#state !== "open") return Promise.resolve(refusedAnswer(localResponse("no-call")));
    if (this.#ownOffer || this.#peerOffers.pending) {
      return Promise.resolve(refusedAnswer(localResponse("pending")));
    }
    const invite = this.#dialog.next("INVITE", extras);
    return new Promise((resolve) => this.#offer(invite, resolve));
  }

  /** A request that leaves the session as it is, such as INFO. */
  ask(method: "INFO" | "OPTIONS", extras: Extras = {}): Promise<CallResponse> {
    if (this.#state !== "open") return Promise.resolve(localResponse("no-call"));
    const request = this.#dialog.next(method, extras);
    return new Promise((resolve) => this.#request(request, resolve));
  }

  #receiveBye(request: SipRequest, transaction: ServerTransaction): void {
    transaction.respond({ status: 200 });
    this.#end({ by: "peer", cause: "bye", headers: request.headers });
  }

  /** RFC 3261 §14.2: one INVITE at a time, in either direction. */
  #receiveInvite(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    if (this.#peerOffers.pending) transaction.respond(retrySoon);
    else if (this.#ownOffer) transaction.respond({ status: 491 });
    else this.#peerOffers.receive(request, transaction, contact);
  }

  /** Without a session it only refreshes the one there is: RFC 4028 §7.4. */
  #receiveUpdate(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    if (request.body) {
      this.#receiveInvite(request, transaction, contact);
      return;
    }
    this.#dialog.retarget(request.contact);
    const answer = dialogAnswer(200, contact, {});
    const headers = [...(answer.headers ?? []), ...this.timed(request.headers)];
    transaction.respond({ ...answer, headers });
  }

  /** Says the session again, so that both ends know that it lasts. */
  async #refresh(interval: SessionInterval): Promise<void> {
    const headers = [refreshingHeader(interval)];
    const answer = this.#takesUpdate
      ? await this.#update([supportedHeader, ...headers])
      : await this.reinvite({ headers, body: this.#ownBody });
    // A peer that knows no timers says nothing of them: whoever stands between wants to see the session go on.
    if (answer.status < 300) this.#timer.start(agreedInterval(answer.headers) ?? interval);
  }

  #update(headers: readonly Header[]): Promise<CallResponse> {
    if (this.#state !== "open") return Promise.resolve(localResponse("no-call"));
    const update = this.#dialog.next("UPDATE", { headers });
    return new Promise((resolve) => this.#request(update, resolve));
  }

  #receiveInfo({ headers, body }: SipRequest, transaction: ServerTransaction): void {
    const respond = (status: number) => transaction.respond({ status });
    if (this.#listener.info({ headers, ...(body && { body }), respond })) return;
    // RFC 2976 §2.2: an INFO that says nothing is well received.
    respond(body ? 415 : 200);
  }

  #receiveRefer({ headers }: SipRequest, transaction: ServerTransaction): void {
    const reject: Refer["reject"] = (status, extras = {}) =>
      transaction.respond(plainAnswer(status, extras));
    if (this.#listener.refer({ headers, reject })) return;
    transaction.respond({ status: 405, headers: [allowHeader] });
  }

  #offer(invite: RequestDraft, resolve: (answer: CallAnswer) => void): void {
    const settle = (response: CallResponse) => {
      this.#ownOffer = undefined;
      resolve(refusedAnswer(response));
      this.#endIfGone(response);
    };
    this.#ownOffer = new SentInvite(this.#ports, invite, {
      way: this.#dialog.way,
      listener: {
        provisional: () => {},
        failed: (cause) => settle(localResponse(cause)),
        final: (response) => {
          if (response.status >= 300) return settle(callResponse(response));
          this.#ownOffer = undefined;
          const answer = this.take(invite, response);
          if (answer) resolve(answer);
        },
      },
    });
  }

  #request(draft: RequestDraft, resolve: (response: CallResponse) => void): void {
    const settle = (response: CallResponse) => {
      resolve(response);
      this.#endIfGone(response);
    };
    this.#ports.sender.send(
      draft,
      {
        response: (response) => {
          if (response.status >= 200) settle(callResponse(response));
        },
        failed: (failure) => settle(localResponse(failure)),
      },
      this.#dialog.way,
    );
  }

  #giveUp(): void {
    if (this.#state !== "open") return;
    this.#sendBye(this.#dialog.next("BYE", {}));
    this.#end({ by: "peer", cause: "gone", headers: new HeaderList() });
  }

  /** RFC 3261 §12.2.1.2: a peer that knows nothing, or says nothing, has no dialog with us any more. */
  #endIfGone({ status }: CallResponse): void {
    if (status === 408 || status === 481) this.#giveUp();
  }

  #answerSettled(acknowledged: boolean): void {
    if (!acknowledged && this.#state === "open") {
      this.#sendBye(this.#dialog.next("BYE", {}));
      this.#end({ by: "us", cause: "not-acknowledged", headers: new HeaderList() });
    }
    if (this.#heldBye && !this.#ownAnswers.waiting) this.#sendBye(this.#heldBye);
  }

  #sendBye(bye: RequestDraft): void {
    this.#heldBye = undefined;
    const done = () => this.#end({ by: "us", cause: "bye", headers: new HeaderList() });
    this.#request(bye, done);
  }

  #end(end: CallEnd): void {
    if (this.#state === "over") return;
    this.#state = "over";
    this.#timer.stop();
    this.#heldBye = undefined;
    this.#ownAnswers.stop();
    this.#ownOffer?.cancel([]);
    this.#peerOffers.withdraw();
    this.#listener.ended(end);
  }
}
