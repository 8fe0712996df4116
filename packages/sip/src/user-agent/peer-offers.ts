import type { LiveDialog } from "../dialog/live-dialog.ts";
import type { Header, HeaderList } from "../message/header-list.ts";
import type { SipRequest } from "../message/message.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import type { Extras, Reinvite } from "./call.ts";
import { dialogAnswer, plainAnswer } from "./dialog-answer.ts";
import type { OwnAnswers } from "./own-answers.ts";

export interface PeerOffersOptions {
  readonly dialog: LiveDialog;
  readonly answers: OwnAnswers;
  /** What the answer says of the session's interval, which begins anew. */
  readonly timed: (headers: HeaderList) => readonly Header[];
  /** Whether anybody wants to know. */
  readonly heard: (reinvite: Reinvite) => boolean;
}

/** The re-INVITEs of the peer, of which one at a time is open: RFC 3261 §14.2. */
export class PeerOffers {
  readonly #options: PeerOffersOptions;
  #open: ServerTransaction | undefined;

  constructor(options: PeerOffersOptions) {
    this.#options = options;
  }

  get pending(): boolean {
    return this.#open !== undefined;
  }

  receive(request: SipRequest, transaction: ServerTransaction, contact: string): void {
    this.#open = transaction;
    transaction.onCancel(() => this.withdraw());
    const offer = this.#offer(request, transaction, contact);
    if (!this.#options.heard(offer)) offer.reject(488);
  }

  /** The peer, or the end of the call, makes an answer pointless. */
  withdraw(): void {
    this.#open?.respond({ status: 487 });
    this.#open = undefined;
  }

  #offer(request: SipRequest, transaction: ServerTransaction, contact: string): Reinvite {
    const { headers, body, sequence } = request;
    const { dialog, answers, timed } = this.#options;
    return {
      headers,
      ...(body && { body }),
      answer: (extras: Extras = {}) => {
        this.#close(transaction);
        dialog.retarget(request.contact);
        const plain = dialogAnswer(200, contact, extras);
        const answer = { ...plain, headers: [...(plain.headers ?? []), ...timed(headers)] };
        if (request.method === "INVITE") return answers.answer({ transaction, sequence, answer });
        // An UPDATE has no ACK: RFC 3311 §5.2.
        return Promise.resolve({ acknowledged: transaction.respond(answer) });
      },
      reject: (status, extras = {}) => {
        this.#close(transaction);
        return transaction.respond(plainAnswer(status, extras));
      },
    };
  }

  #close(transaction: ServerTransaction): void {
    if (this.#open === transaction) this.#open = undefined;
  }
}
