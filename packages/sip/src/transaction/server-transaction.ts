import type { Clock } from "../clock.ts";
import type { SipRequest } from "../message/message.ts";
import { type Answer, serializeResponse } from "../message/response-draft.ts";
import { inviteServer } from "./invite-server.ts";
import { nonInviteServer } from "./non-invite-server.ts";
import type { Timing } from "./timing.ts";
import {
  type RunningTransaction,
  type TransactionPorts,
  TransactionRun,
} from "./transaction-run.ts";

export interface ServerTransactionOptions {
  readonly request: SipRequest;
  readonly timing: Timing;
  readonly clock: Clock;
  readonly send: (bytes: Buffer) => void;
  /** Takes an ACK that came with the INVITE's own branch although the answer was a 2xx. */
  readonly acknowledged: (ack: SipRequest) => void;
  readonly terminated: () => void;
}

/** A request that came in and what we answer. */
export class ServerTransaction {
  readonly #run: RunningTransaction;
  /** Let go with the final answer: transactions outlive their calls by half a minute. */
  #request: SipRequest | undefined;
  #latest: { bytes: Buffer; status: number } | undefined;
  #ack: SipRequest | undefined;
  #whenCancelled: (cancel: SipRequest) => void = () => {};

  constructor(options: ServerTransactionOptions) {
    const { request, clock, timing } = options;
    this.#request = request;
    const ports = this.#ports(options);
    this.#run =
      request.method === "INVITE"
        ? new TransactionRun({ table: inviteServer, initial: "proceeding", timing, clock, ports })
        : new TransactionRun({ table: nonInviteServer, initial: "trying", timing, clock, ports });
    this.#run.handle({ on: "begin" });
  }

  /** Answers the request; false when it has its final answer already. @throws {SipUsageError} */
  respond(answer: Answer): boolean {
    if (!this.#request) return false;
    const bytes = serializeResponse(this.#request, answer);
    if (answer.status >= 200) this.#request = undefined;
    this.#latest = { bytes, status: answer.status };
    this.#run.handle({ on: "response", status: answer.status });
    return true;
  }

  /** Sends the latest answer again. */
  repeat(): void {
    if (this.#latest) this.#run.handle({ on: "response", status: this.#latest.status });
  }

  /** The sender takes its request back; told only while there is no final answer. */
  onCancel(listener: (cancel: SipRequest) => void): void {
    this.#whenCancelled = listener;
  }

  cancel(cancel: SipRequest): void {
    if (this.#request) this.#whenCancelled(cancel);
  }

  abandon(): void {
    this.#run.abandon();
  }

  receiveCopy(): void {
    this.#run.handle({ on: "request" });
  }

  receiveAck(ack: SipRequest): void {
    this.#ack = ack;
    this.#run.handle({ on: "ack" });
    this.#ack = undefined;
  }

  #ports({ send, acknowledged, terminated }: ServerTransactionOptions): TransactionPorts {
    return {
      send: () => {
        if (this.#latest) send(this.#latest.bytes);
      },
      deliver: () => {
        if (this.#ack) acknowledged(this.#ack);
      },
      acknowledge: () => {},
      report: () => {},
      terminated,
    };
  }
}
