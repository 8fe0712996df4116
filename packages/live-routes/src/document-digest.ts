import { createHash } from "node:crypto";

/** By this an index knows its document: SHA-256, in base64. */
export function documentDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
