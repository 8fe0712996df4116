import type { Body } from "@skill-call/sip";

/** By the number that RFC 4733 §3.2 gives each key, as some phones write it. */
const keys = "0123456789*#ABCD";

/**
 * The keys of an INFO, as phones send them that do not use RFC 4733: `application/dtmf-relay` (Signal=5),
 * `application/dtmf` (5) and `application/vnd.nortelnetworks.digits` (d=Digits=5). A key stands for itself or by its
 * number: 10 is *, 11 is #. Empty where there is none.
 */
export function digitsIn(body: Body | undefined): string {
  const text = body?.content.toString().trim() ?? "";
  const type = (body?.contentType.split(";")[0] ?? "").trim().toLowerCase();
  if (type === "application/dtmf-relay") return keyOf(signalIn(text));
  if (type === "application/dtmf") return keyOf(signalIn(text) ?? text);
  if (type === "application/vnd.nortelnetworks.digits") {
    return /^d\s*=\s*Digits\s*=\s*([\dA-D*#]+)\s*$/im.exec(text)?.[1]?.toUpperCase() ?? "";
  }
  return "";
}

function signalIn(text: string): string | undefined {
  return /^[ \t]*Signal[ \t]*[=:][ \t]*(\S+)[ \t]*$/im.exec(text)?.[1];
}

function keyOf(text: string | undefined): string {
  const key = text?.replace(/^"(.*)"$/, "$1").toUpperCase() ?? "";
  if (key.length === 1) return keys.includes(key) ? key : "";
  return /^1\d$/.test(key) ? (keys[Number(key)] ?? "") : "";
}
