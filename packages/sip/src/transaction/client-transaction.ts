import type { Clock } from "../clock.ts";
import type { SipResponse } from "../message/message.ts";
import { inviteClient } from "./invite-client.ts";
import { nonInviteClient } from "./non-invite-client.ts";
import type { Timing } from "./timing.ts";
import {
  type RunningTransaction,
  type TransactionPorts,
  TransactionRun,
} from "./transaction-run.ts";

/** What the sender of a request learns. */
export interface ResponseListener {
  /** Every response but copies; of an INVITE's 2xx also the copies, each of which wants its ACK. */
  response(response: SipResponse): void;
  /** There will be no response. */
  failed(failure: "timeout" | "transport-error"): void;
}

export interface ClientTransactionOptions {
  readonly method: string;
  readonly timing: Timing;
  readonly clock: Clock;
  readonly listener: ResponseListener;
  /** Puts the request on the wire. */
  readonly sendRequest: () => Promise<void>;
  /** Puts the ACK of a refusal on the wire. */
  readonly sendAck: (refusal: SipResponse) => void;
  readonly terminated: () => void;
}

/** A request of ours and what comes back for it. */
export class ClientTransaction {
  readonly #run: RunningTransaction;
  #latest: SipResponse | undefined;

  constructor(options: ClientTransactionOptions) {
    const { clock, timing } = options;
    const ports = this.#ports(options);
    this.#run =
      options.method === "INVITE"
        ? new TransactionRun({ table: inviteClient, initial: "calling", timing, clock, ports })
        : new TransactionRun({ table: nonInviteClient, initial: "trying", timing, clock, ports });
    this.#run.handle({ on: "begin" });
  }

  receive(response: SipResponse): void {
    this.#latest = response;
    this.#run.handle({ on: "response", status: response.status });
    this.#latest = undefined;
  }

  /** Waits no longer for a response. */
  abandon(): void {
    this.#run.abandon();
  }

  #ports({
    listener,
    sendRequest,
    sendAck,
    terminated,
  }: ClientTransactionOptions): TransactionPorts {
    return {
      send: () => {
        sendRequest().catch(() => this.#run.handle({ on: "transport-error" }));
      },
      acknowledge: () => {
        if (this.#latest) sendAck(this.#latest);
      },
      deliver: () => {
        if (this.#latest) listener.response(this.#latest);
      },
      report: (failure) => listener.failed(failure),
      terminated,
    };
  }
}
