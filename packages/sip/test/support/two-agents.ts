import {
  createUserAgent,
  type InboundCall,
  type OutboundCall,
  sdpBody,
  type UserAgent,
} from "../../src/index.ts";
import { type ManualClock, manualClock } from "./manual-clock.ts";
import { MemoryNetwork, type Passage } from "./memory-network.ts";

const callerPort = 5061;
const calleePort = 5060;

/** What each party of a call was told, in order. */
export interface Diary {
  readonly caller: string[];
  readonly callee: string[];
}

export interface TwoAgents {
  readonly clock: ManualClock;
  readonly network: MemoryNetwork;
  readonly caller: UserAgent;
  readonly callee: UserAgent;
  readonly diary: Diary;
  /** Calls the callee with an offer, and follows the call in the diary. */
  call(): OutboundCall;
}

export interface TwoAgentsOptions {
  readonly onInvite: (call: InboundCall) => void;
  readonly loses?: (passage: Passage) => boolean;
}

/** A caller and a callee on a network that stands still until the clock is moved. */
export function twoAgents({ onInvite, loses = () => false }: TwoAgentsOptions): TwoAgents {
  const clock = manualClock();
  const network = new MemoryNetwork(clock, loses);
  const diary: Diary = { caller: [], callee: [] };
  const caller = createUserAgent({
    transports: [network.transport(callerPort)],
    clock,
    onInvite: () => {},
  });
  const callee = createUserAgent({
    transports: [network.transport(calleePort)],
    clock,
    onInvite: (call) => {
      follow(call, diary.callee);
      onInvite(call);
    },
  });
  const call = () => {
    const target = `sip:bob@192.0.2.1:${calleePort}`;
    const outbound = caller.invite({
      target,
      from: '"Alice" <sip:alice@example.com>',
      body: sdpBody("offer"),
    });
    followOutbound(outbound, diary.caller);
    return outbound;
  };
  return { clock, network, caller, callee, diary, call };
}

function follow(call: InboundCall, diary: string[]): void {
  diary.push("invited");
  call.on("cancelled", () => diary.push("cancelled"));
  call.on("ended", ({ by, cause }) => diary.push(`ended by ${by}: ${cause}`));
}

function followOutbound(call: OutboundCall, diary: string[]): void {
  call.on("provisional", ({ status }) => diary.push(String(status)));
  call.on("answered", ({ body }) => diary.push(`answered ${body?.content}`));
  call.on("failed", ({ status, cause }) => diary.push(`failed ${status}: ${cause}`));
  call.on("ended", ({ by, cause }) => diary.push(`ended by ${by}: ${cause}`));
}
