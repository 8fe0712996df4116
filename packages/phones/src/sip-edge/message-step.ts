import type { TraceEvent } from "@skill-call/emulation/trace";
import { formatUri, type Packet, type Protocol, type SipMessage } from "@skill-call/sip";
import type { FarEnd } from "../lines/far-end.ts";

/** A SIP message as it passed. */
export interface SeenMessage {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly direction: "in" | "out";
  readonly packet: Packet & { readonly protocol: Protocol };
  readonly message: SipMessage;
}

/** The leg that a message is of, as stories name it. */
export interface StoryLeg {
  readonly transactionId: string;
  readonly farEnd: FarEnd;
}

/** A SIP message in a call's story. */
export type SipStep = TraceEvent<FarEnd | "pstn-audio", "sip.request" | "sip.response">;

/** A SIP message as a step of its call's story; without a leg it is of no call. */
export function messageStep(seen: SeenMessage, leg: StoryLeg | undefined): SipStep {
  const { at, direction, packet, message } = seen;
  const farEnd = leg?.farEnd ?? "caller";
  return {
    at,
    from: direction === "in" ? farEnd : "pstn-audio",
    to: direction === "in" ? "pstn-audio" : farEnd,
    kind: `sip.${message.kind}`,
    label: labelOf(message),
    detail: {
      protocol: packet.protocol,
      peer: `${packet.peer.address}:${packet.peer.port}`,
      sipCallId: message.callId,
      message: packet.bytes.toString(),
    },
    ...(leg && { transactionId: leg.transactionId }),
  };
}

function labelOf(message: SipMessage): string {
  return message.kind === "request"
    ? `${message.method} ${formatUri(message.uri)}`
    : `${message.status} ${message.reason} (${message.method})`;
}
