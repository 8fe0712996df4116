import type { SipRequest } from "../message/message.ts";
import type { Answer } from "../message/response-draft.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";
import { AnswerRepeater } from "./answer-repeater.ts";
import type { Acknowledgement } from "./call.ts";
import type { CallPorts } from "./call-ports.ts";

/** An INVITE of the peer, to be answered with a 2xx. */
export interface AnsweredInvite {
  readonly transaction: ServerTransaction;
  readonly sequence: number;
  readonly answer: Answer;
}

/** Our 2xx answers that wait for their ACK. */
export class OwnAnswers {
  readonly #ports: CallPorts;
  readonly #settled: (acknowledged: boolean) => void;
  readonly #waiting = new Map<number, AnswerRepeater>();

  /** `settled` is told of each answer that waits no longer: for its ACK has come, or will not come. */
  constructor(ports: CallPorts, settled: (acknowledged: boolean) => void) {
    this.#ports = ports;
    this.#settled = settled;
  }

  get waiting(): boolean {
    return this.#waiting.size > 0;
  }

  answer({ transaction, sequence, answer }: AnsweredInvite): Promise<Acknowledgement> {
    if (!transaction.respond(answer)) return Promise.resolve({ acknowledged: false });
    const repeater = new AnswerRepeater({
      clock: this.#ports.clock,
      timers: this.#ports.timers,
      repeat: () => transaction.repeat(),
      gaveUp: () => this.#settle(sequence, false),
    });
    this.#waiting.set(sequence, repeater);
    return repeater.acknowledgement;
  }

  receive(ack: SipRequest): void {
    const repeater = this.#waiting.get(ack.sequence);
    if (!repeater) return;
    repeater.acknowledge(ack.body);
    this.#settle(ack.sequence, true);
  }

  stop(): void {
    for (const repeater of this.#waiting.values()) repeater.stop();
    this.#waiting.clear();
  }

  #settle(sequence: number, acknowledged: boolean): void {
    this.#waiting.delete(sequence);
    this.#settled(acknowledged);
  }
}
