import { checkExtraHeaders, type ExtraHeaders } from "../message/extra-headers.ts";
import type { Body, SipRequest } from "../message/message.ts";
import { type NameAddress, tagOf } from "../message/name-address.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import type { Way } from "../transaction/outbox.ts";
import { type Dialog, requestPath, retargeted } from "./dialog.ts";

const maxForwards = 70;

/** A dialog as it moves on: sequence numbers grow, the peer may move. */
export class LiveDialog {
  readonly way: Way;
  #dialog: Dialog;

  constructor(dialog: Dialog, way: Way) {
    this.#dialog = dialog;
    this.way = way;
  }

  /** Whether a request comes from the one this dialog is with. */
  isWith(request: SipRequest): boolean {
    return (tagOf(request.from) ?? "") === this.#dialog.remoteTag;
  }

  /** Takes note of the peer's request; false where it is older than one before: RFC 3261 §12.2.2. */
  follows(request: SipRequest): boolean {
    if (request.sequence < (this.#dialog.remoteSequence ?? 0)) return false;
    this.#dialog = { ...this.#dialog, remoteSequence: request.sequence };
    return true;
  }

  retarget(contact: NameAddress | undefined): void {
    this.#dialog = retargeted(this.#dialog, contact);
  }

  /** The next request to the peer. @throws {SipUsageError} when an extra header cannot be sent. */
  next(
    method: string,
    extras: { headers?: ExtraHeaders | undefined; body?: Body | undefined },
  ): RequestDraft {
    const headers = checkExtraHeaders(extras.headers ?? []);
    const sequence = this.#dialog.localSequence + 1;
    this.#dialog = { ...this.#dialog, localSequence: sequence };
    return { ...this.#draft(method, sequence), headers, body: extras.body };
  }

  /** The ACK to a 2xx: RFC 3261 §13.2.2.4. */
  ack(sequence: number, body: Body | undefined): RequestDraft {
    return { ...this.#draft("ACK", sequence), body };
  }

  #draft(method: string, sequence: number): RequestDraft {
    const { callId, local, remote } = this.#dialog;
    const path = requestPath(this.#dialog);
    return { method, ...path, from: local, to: remote, callId, sequence, maxForwards, headers: [] };
  }
}
