import type { CallForm } from "@skill-call/call-form";
import type { Environment } from "@skill-call/lambda-runner";

/** The Lambdas, by their packages. */
export const parts = [
  "skill",
  "sma-handler",
  "context-api",
  "connect-handler",
  "call-events",
] as const;
export type Part = (typeof parts)[number];

/** What callers can call about. */
export interface Reasons {
  /** Those of call-form.json. */
  readonly ids: readonly string[];
  /** Those that the interaction model of a locale can hear, by locale. */
  readonly heard: Readonly<Record<string, readonly string[]>>;
}

/** What is set for a deployment. Teams deploy on their own: each may leave out what is the others'. */
export interface Settings {
  /** What each Lambda is started with. */
  readonly environments: Readonly<Partial<Record<Part, Environment>>>;
  /** AWS Region. */
  readonly region?: string | undefined;
  /** Such as `nodejs24.x`. */
  readonly runtime?: string | undefined;
  /** The number that callers reach the SIP media application by. */
  readonly dialInNumber?: string | undefined;
}

/** What a deployment says of itself, and what it is looked at with. */
export interface Configuration extends Settings {
  readonly reasons: Reasons;
  /** What the skill asks. */
  readonly form: CallForm;
  /** ISO 8601 date. */
  readonly today: string;
  /** It is the example: what only stands in documents may stand in it. */
  readonly samplesAllowed: boolean;
}
