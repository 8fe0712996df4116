import type { NoTeamFields, TeamSchema } from "./context-check.ts";

/** What every store of this package takes. */
export interface CallContextStoreOptions<S extends TeamSchema = NoTeamFields> {
  /** Checks the fields that a team adds: any Standard Schema (zod, valibot, …). It checks; it must not transform. */
  readonly schema?: S;
  /** How long a context lives; 3,600. */
  readonly ttlSeconds?: number;
  /** Epoch milliseconds. */
  readonly clock?: () => number;
}

/** An hour is long for a call that starts at once. */
export const defaultTtlSeconds = 3600;
