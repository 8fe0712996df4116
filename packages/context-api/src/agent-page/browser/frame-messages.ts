import type { AskedCall } from "./asked-call.ts";

/** What the page in a frame tells the page around it. */
export type OutgoingMessage =
  | { readonly type: "ready" }
  | { readonly type: "status"; readonly status: string }
  | { readonly type: "token-expired"; readonly why: string }
  | { readonly type: "copied"; readonly field: string };

export interface FrameOptions {
  /** Origins that the page listens to and talks with. */
  readonly origins: readonly string[];
  /** The page around wants a call shown, or brings a token. */
  readonly onAsked: (call: AskedCall) => void;
}

/**
 * Talks with the page around it by postMessage: `{contextId | userToUser, token}` comes in, and what is told goes out, to
 * the configured origins only.
 */
export function talkToParent({
  origins,
  onAsked,
}: FrameOptions): (message: OutgoingMessage) => void {
  if (window.parent === window || origins.length === 0) return () => {};
  addEventListener("message", ({ source, origin, data }: MessageEvent<unknown>) => {
    if (source === window.parent && origins.includes(origin)) onAsked(callIn(data));
  });
  // A browser that says which origin is around spares the others a warning in its console.
  const around = location.ancestorOrigins?.[0];
  const heard = around === undefined ? origins : origins.filter((origin) => origin === around);
  return (message) => {
    for (const origin of heard) window.parent.postMessage(message, origin);
  };
}

/** Only texts, whatever else was sent. */
function callIn(data: unknown): AskedCall {
  if (typeof data !== "object" || data === null) return {};
  const texts = Object.entries(data).filter(
    ([name, value]) =>
      ["contextId", "userToUser", "token"].includes(name) && typeof value === "string",
  );
  return Object.fromEntries(texts);
}
