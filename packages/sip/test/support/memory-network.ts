import type { Clock, Packet, Protocol, Transport } from "../../src/index.ts";

/** One message on its way. */
export interface Passage {
  /** Counts from 0 over the whole network. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A network inside the test: every message takes a millisecond, unless it is lost. */
export class MemoryNetwork {
  readonly passages: Passage[] = [];
  readonly #clock: Clock;
  readonly #loses: (passage: Passage) => boolean;
  readonly #listeners = new Map<number, (packet: Packet) => void>();

  constructor(clock: Clock, loses: (passage: Passage) => boolean = () => false) {
    this.#clock = clock;
    this.#loses = loses;
  }

  transport(port: number, protocol: Protocol = "UDP"): Transport {
    return {
      protocol,
      advertised: { host: "192.0.2.1", port },
      advertisedTo: () => ({ host: "192.0.2.1", port }),
      receive: (listener) => void this.#listeners.set(port, listener),
      send: async (bytes, peer) => this.carry(bytes, port, peer.port),
      close: async () => void this.#listeners.delete(port),
    };
  }

  carry(bytes: Buffer, from: number, to: number): void {
    const passage = { index: this.passages.length, from, to, text: bytes.toString() };
    this.passages.push(passage);
    if (this.#loses(passage)) return;
    const peer = { address: "192.0.2.1", port: from };
    this.#clock.after(1, () => this.#listeners.get(to)?.({ bytes, peer }));
  }

  /** The start line of every message so far, such as `5061 INVITE` or `5060 200 INVITE`. */
  story(): string[] {
    return this.passages.map(({ from, text }) => `${from} ${summary(text)}`);
  }
}

function summary(text: string): string {
  const [startLine = ""] = text.split("\r\n");
  const status = /^SIP\/2\.0 (\d+)/.exec(startLine)?.[1];
  const method = /^CSeq: \d+ (\w+)/m.exec(text)?.[1] ?? "";
  return status === undefined ? method : `${status} ${method}`;
}
