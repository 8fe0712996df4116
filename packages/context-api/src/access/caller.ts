import { createHash } from "node:crypto";
import type { Scope } from "./scopes.ts";

/** The requester, once authenticated. */
export interface Caller {
  /** Tells callers apart, also those of different issuers: never logged as it is. */
  readonly subject: string;
  /** Whose requests are counted together; unlike `subject` nothing in it is of the caller's own choice. */
  readonly countedAs: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Epoch milliseconds until which the proof counts; absent: for this request. */
  readonly provedUntil?: number;
}

/** What a log may hold of a caller: 12 hex digits of a SHA-256. */
export function hashSubject(subject: string): string {
  return createHash("sha256").update(subject).digest("hex").slice(0, 12);
}
