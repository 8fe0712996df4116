import { createHash, randomBytes } from "node:crypto";

/** A UUIDv4 would do for the service but holds 122 random bits: six of its bits say "version 4". */
const randomBytesInId = 16;

/**
 * A fresh context ID: 128 random bits as 32 lower-case hex digits. Anyone who has it may read the context.
 * @example newContextId() // "0f8e6a1c…"
 */
export function newContextId(): string {
  return randomBytes(randomBytesInId).toString("hex");
}

/**
 * Of the context that a deployment makes for its own canary calls, and takes away again. It is no capability: no caller
 * has it, and there is nobody's data in it.
 */
export const canaryContextId = "canary";

/**
 * What a log may hold of a context ID: 12 hex digits of its SHA-256.
 * @example hashContextId("db792233-8df3-416c-8d80-a70038747b74") // "0659847255a4"
 */
export function hashContextId(contextId: string): string {
  return createHash("sha256").update(contextId).digest("hex").slice(0, 12);
}
