import { createHmac } from "node:crypto";

export interface Signed {
  /** The same for each delivery of the same message. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly body: string;
}

/**
 * The headers by which a receiver knows who sent a message, and when (Standard Webhooks 1.0.0, "Signature scheme"): with
 * each secret one signature, so that receivers may change theirs in their own time.
 */
export function signatureHeaders(
  { id, now, body }: Signed,
  secrets: readonly Buffer[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map((secret) => {
    const hmac = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
