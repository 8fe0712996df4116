import {
  createUserAgent,
  type InboundCall,
  type Registrar,
  type UserAgent,
} from "../../src/index.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";
import { MemoryNetwork } from "./memory-network.ts";

const agentPort = 5060;
const peerPort = 5061;

/** A peer that writes its messages by hand, against a user agent of ours. */
export class RawPeer {
  readonly clock: ManualClock = manualClock();
  readonly network = new MemoryNetwork(this.clock);
  readonly agent: UserAgent;

  constructor(onInvite: (call: InboundCall) => void = () => {}, onRegister?: Registrar) {
    const transports = [this.network.transport(agentPort)] as const;
    this.agent = createUserAgent({ transports, clock: this.clock, onInvite, onRegister });
  }

  /** Sends a message, and answers what came back within a moment: `180 INVITE`, `BYE`. */
  async say(message: string): Promise<string[]> {
    const before = this.network.passages.length + 1;
    this.network.carry(Buffer.from(message.replaceAll("\n", "\r\n")), peerPort, agentPort);
    await this.clock.advance(50);
    return this.network
      .story()
      .slice(before)
      .map((line) => line.slice(String(agentPort).length + 1));
  }

  /** The latest message of our user agent. */
  get latest(): string {
    return this.network.passages.findLast(({ from }) => from === agentPort)?.text ?? "";
  }
}

export interface RawRequest {
  readonly method: string;
  readonly sequence?: number;
  readonly branch?: string;
  readonly toTag?: string;
  readonly extra?: string;
}

/** A request as a phone at port 5061 would write it. */
export function rawRequest({
  method,
  sequence = 1,
  branch = "1",
  toTag,
  extra = "",
}: RawRequest): string {
  const tag = toTag === undefined ? "" : `;tag=${toTag}`;
  const cseqMethod = method;
  return `${method} sip:bob@192.0.2.1 SIP/2.0
Via: SIP/2.0/UDP 192.0.2.1:5061;branch=z9hG4bK${branch}
From: <sip:alice@example.com>;tag=a1
To: <sip:bob@example.com>${tag}
Call-ID: raw
CSeq: ${sequence} ${cseqMethod}
Contact: <sip:alice@192.0.2.1:5061>
${extra}Content-Length: 0

`;
}

export function toTagOf(message: string): string {
  return /^To: .*;tag=(\w+)/m.exec(message)?.[1] ?? "";
}
