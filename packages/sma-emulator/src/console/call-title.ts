import type { SmaTraceEvent } from "../sma-trace.ts";

/** Who calls whom, if this is a step that a call begins with: an INVITE that comes in, or the order to place a call. */
export function callTitle({ kind, detail }: SmaTraceEvent): string | undefined {
  switch (kind) {
    case "call.placed":
      return titleOf(detail as Numbers);
    case "sma.event":
      return titleOfEvent(detail as OutboundEvent);
    case "voice.request":
      return titleOfOrder(detail as Order);
    default:
      return undefined;
  }
}

interface Numbers {
  readonly from: string;
  readonly to: string;
}

interface OutboundEvent {
  readonly InvocationEventType?: string;
  readonly CallDetails?: {
    readonly Participants?: readonly { readonly From: string; readonly To: string }[];
  };
}

/** Of a call that the service places, its Lambda hears first (guide, "Making outbound calls"). */
function titleOfEvent({ InvocationEventType, CallDetails }: OutboundEvent): string | undefined {
  const [phone] = CallDetails?.Participants ?? [];
  if (InvocationEventType !== "NEW_OUTBOUND_CALL" || !phone) return undefined;
  return titleOf({ from: phone.From, to: phone.To });
}

interface Order {
  readonly operation: string;
  readonly request: {
    readonly body?: { readonly FromPhoneNumber?: string; readonly ToPhoneNumber?: string };
  };
}

/** Over HTTP the order is told before the call has done anything. */
function titleOfOrder({ operation, request: { body } }: Order): string | undefined {
  const { FromPhoneNumber: from, ToPhoneNumber: to } = body ?? {};
  const isOrder = operation === "CreateSipMediaApplicationCall";
  return isOrder && from !== undefined && to !== undefined ? titleOf({ from, to }) : undefined;
}

function titleOf({ from, to }: Numbers): string {
  return `${from} → ${to}`;
}
