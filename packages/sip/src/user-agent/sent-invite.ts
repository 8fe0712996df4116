import type { Header } from "../message/header-list.ts";
import type { SipResponse } from "../message/message.ts";
import type { RequestDraft } from "../message/request-draft.ts";
import type { Way } from "../transaction/outbox.ts";
import type { SentRequest } from "../transaction/request-sender.ts";
import { patience } from "../transaction/timing.ts";
import type { Protocol } from "../transport/transport.ts";
import type { CallPorts } from "./call-ports.ts";

export interface InviteListener {
  provisional(response: SipResponse): void;
  /** Every 2xx, copies included, or one refusal. */
  final(response: SipResponse): void;
  failed(cause: "timeout" | "transport-error" | "cancelled"): void;
}

/** An INVITE of ours that can be taken back. */
export class SentInvite {
  readonly #ports: CallPorts;
  readonly #listener: InviteListener;
  readonly #sent: SentRequest;
  #ringing = false;
  #open = true;
  #cancelHeaders: readonly Header[] | undefined;
  #stopWaiting: () => void = () => {};

  constructor(
    ports: CallPorts,
    draft: RequestDraft,
    options: { listener: InviteListener; way?: Way },
  ) {
    this.#ports = ports;
    this.#listener = options.listener;
    this.#sent = ports.sender.send(
      draft,
      {
        response: (response) => this.#receive(response),
        failed: (failure) => this.#fail(failure),
      },
      options.way,
    );
  }

  get protocol(): Protocol {
    return this.#sent.protocol;
  }

  /** Sends the CANCEL, as soon as the peer has shown that it knows the INVITE; false when it is too late. */
  cancel(headers: readonly Header[]): boolean {
    if (!this.#open || this.#cancelHeaders) return false;
    this.#cancelHeaders = headers;
    if (this.#ringing) this.#sendCancel(headers);
    return true;
  }

  /** Waits for nothing any more, and says nothing. */
  drop(): void {
    this.#close();
    this.#sent.abandon();
  }

  #receive(response: SipResponse): void {
    if (response.status >= 200) {
      this.#close();
      this.#listener.final(response);
      return;
    }
    const first = !this.#ringing;
    this.#ringing = true;
    if (!this.#cancelHeaders) this.#listener.provisional(response);
    else if (first) this.#sendCancel(this.#cancelHeaders);
  }

  /** RFC 3261 §9.1: a peer that does not answer the INVITE either is not waited for. */
  #sendCancel(headers: readonly Header[]): void {
    const { clock, timers } = this.#ports;
    this.#sent.cancel(headers);
    this.#stopWaiting = clock.after(patience(timers), () => {
      this.#sent.abandon();
      this.#fail("cancelled");
    });
  }

  #fail(cause: "timeout" | "transport-error" | "cancelled"): void {
    this.#close();
    this.#listener.failed(cause);
  }

  #close(): void {
    this.#open = false;
    this.#stopWaiting();
  }
}
