import type { Destination } from "./destination.ts";

/** What a rule may ask about, besides a team's own fields (`context.<field>`). */
export const baseFields = [
  "reason",
  "locale",
  "callStarter",
  "skillId",
  "accountIdVerified",
] as const;
export type ConditionField = (typeof baseFields)[number] | `context.${string}`;

type Value = string | boolean;

/** Conditions, all of which must hold: a field has the value, or one of the values. `{}` always holds. */
export type When = { readonly [Field in ConditionField]?: Value | readonly Value[] };

export interface Rule {
  readonly when: When;
  /** Tried in order. */
  readonly to: readonly Destination[];
}

/** The ROUTES document. The first rule that matches counts; `otherwise` takes the rest, and every call without a context. */
export interface Routes {
  /** Where an editor finds the schema. */
  readonly $schema?: string;
  /** By which a program finds its way through the document, where it was filed. */
  readonly $index?: object;
  /** The team's own name of this state of the document. */
  readonly version?: string;
  readonly rules: readonly Rule[];
  readonly otherwise: readonly Destination[];
}

/** What of a call context the rules look at; a team's own fields stand beside these. */
export interface RoutableContext {
  readonly reason: { readonly id: string };
  readonly locale: string;
  readonly callStarter: string;
  readonly skillId?: string;
  readonly accountIdVerified: boolean;
}
