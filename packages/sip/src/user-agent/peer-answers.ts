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
  /** The ACK of each INVITE that was answered; kept as long as the INVITE's transaction may bring copies. */
  readonly #taken = new WeakMap<RequestDraft, { ack?: SentAck }>();

  constructor(dialog: LiveDialog, sender: RequestSender) {
    this.#dialog = dialog;
    this.#sender = sender;
  }

  /** The answer, where it is a new one; copies only get their ACK again. */
  take(invite: RequestDraft, response: SipResponse): CallAnswer | undefined {
    const known = this.#taken.get(invite);
    if (known) {
      known.ack?.repeat();
      return undefined;
    }
    const taken: { ack?: SentAck } = {};
    this.#taken.set(invite, taken);
    this.#dialog.retarget(response.contact);
    const acknowledge = (body?: Body) => {
      taken.ack ??= this.#sender.sendAck(this.#dialog.ack(invite.sequence, body), this.#dialog.way);
    };
    if (invite.body) acknowledge();
    return { ...callResponse(response), acknowledge };
  }
}
