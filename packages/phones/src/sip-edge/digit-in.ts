import type { Body } from "@skill-call/sip";

/** The key of an INFO, as phones send it that do not use RFC 4733: `application/dtmf-relay` or `application/dtmf`. */
export function digitIn(body: Body | undefined): string | undefined {
  const text = body?.content.toString().trim() ?? "";
  if (/^application\/dtmf-relay\b/i.test(body?.contentType ?? "")) {
    return /^Signal\s*=\s*([\d*#])\s*$/im.exec(text)?.[1];
  }
  return /^application\/dtmf\b/i.test(body?.contentType ?? "")
    ? /^[\d*#]$/.exec(text)?.[0]
    : undefined;
}
