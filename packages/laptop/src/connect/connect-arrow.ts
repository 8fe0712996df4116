import type { Notice } from "@skill-call/contact-flow-emulator";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";

type Arrow = Omit<LaptopTraceEvent, "at">;

/** What happens to a contact as an arrow of the call's story; nothing where it adds nothing to it. */
export function connectArrow(transactionId: string, notice: Notice): Arrow | undefined {
  switch (notice.type) {
    case "said":
      return notice.to === "customer"
        ? {
            ...arrow("connect", "caller", transactionId),
            kind: "leg.speech",
            label: `says “${notice.text}”`,
            detail: { text: notice.text, textType: notice.kind === "SSML" ? "ssml" : "text" },
          }
        : {
            ...arrow("connect", "contact-centre", transactionId),
            kind: "connect.whisper",
            label: `whispers “${notice.text}”`,
          };
    case "pressed":
      return {
        ...arrow("caller", "connect", transactionId),
        kind: "leg.digits",
        label: `presses ${notice.digits}`,
      };
    case "asked":
      return {
        ...arrow("connect", "connect-handler", transactionId),
        kind: "connect.asked",
        label: stepOf(notice.event),
        detail: notice.event,
      };
    case "answered":
      return {
        ...arrow("connect-handler", "connect", transactionId),
        kind: "connect.answer",
        label: routeOf(notice.answer),
        detail: notice.answer,
      };
    case "dialled":
      return {
        ...arrow("connect", "callee", transactionId),
        kind: "leg.dialled",
        label: `rings ${notice.number}`,
      };
    case "queued":
      return {
        ...arrow("connect", "connect", transactionId),
        kind: "connect.queued",
        label: `waits in ${notice.queue}`,
      };
    case "agent":
      return agentArrow(transactionId, notice.state);
    default:
      return undefined;
  }
}

/** The arrows of EventBridge's contact events that the notices have none of. */
export function contactEventArrow(event: unknown): Arrow | undefined {
  const { eventType, contactId, channel } = Object(Object(event).detail);
  if (channel !== "VOICE") return undefined;
  switch (eventType) {
    case "INITIATED":
      return { ...arrow("connect", "caller", contactId), kind: "call.placed", label: "rings" };
    case "CONNECTED_TO_SYSTEM":
      return { ...arrow("caller", "connect", contactId), kind: "leg.answered", label: "answers" };
    case "DISCONNECTED":
      return {
        ...arrow("connect", "connect", contactId),
        kind: "call.over",
        label: "call over, every leg down",
        detail: event,
      };
    default:
      return undefined;
  }
}

function agentArrow(
  transactionId: string,
  state: Extract<Notice, { readonly type: "agent" }>["state"],
): Arrow {
  const from = arrow("contact-centre", "connect", transactionId);
  switch (state) {
    case "accepted":
      return { ...from, kind: "connect.accepted", label: "accepts the contact" };
    case "connected":
      return { ...from, kind: "call.answered", label: "is connected" };
    case "hung-up":
      return { ...from, kind: "leg.hung-up", label: "hangs up" };
  }
}

function arrow(from: Arrow["from"], to: Arrow["to"], transactionId: string) {
  return { from, to, transactionId };
}

function stepOf(event: unknown): string {
  return `step ${String(Object(Object(Object(event).Details).Parameters).step)}`;
}

function routeOf(answer: unknown): string {
  return `route ${String(Object(answer).route)}`;
}
