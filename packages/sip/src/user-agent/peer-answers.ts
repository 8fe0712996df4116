import type { LiveDialog } from "../dialog/live-dialog.ts";
import type { Body, SipResponse } from "../message/message.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import type { RequestSender, SentAck } from "../transaction/request-sender.ts";
import type { CallAnswer } from "./call.ts";
import { callResponse } from "./call-response.ts";

/** The peer's 2xx answers, each of which wants an ACK as often as it comes: RFC 3261 §13.2.2.4. */
export class PeerAnswers {
  readonly #dialog: LiveDialog;
  readonly #sender: RequestSender;
  /** A peer that has gone on to the next INVITE has had the ACK of the one before. */
  #latest: { sequence: number; ack?: SentAck } = { sequence: 0 };

  constructor(dialog: LiveDialog, sender: RequestSender) {
    this.#dialog = dialog;
    this.#sender = sender;
  }

  /** The answer, where it is a new one; copies only get their ACK again. */
  take(invite: RequestDraft, response: SipResponse): CallAnswer | undefined {
    const { sequence } = invite;
    if (sequence === this.#latest.sequence) {
      this.#latest.ack?.repeat();
      return undefined;
    }
    this.#latest = { sequence };
    this.#dialog.retarget(response.contact);
    const acknowledge = (body?: Body) => this.#acknowledge(sequence, body);
    if (invite.body) acknowledge();
    return { ...callResponse(response), acknowledge };
  }

  #acknowledge(sequence: number, body: Body | undefined): void {
    if (this.#latest.sequence !== sequence || this.#latest.ack) return;
    const draft = this.#dialog.ack(sequence, body);
    this.#latest = { sequence, ack: this.#sender.sendAck(draft, this.#dialog.flow) };
  }
}
