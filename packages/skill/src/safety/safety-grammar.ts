import type { WordClasses } from "./pattern.ts";

/** Kinds of emergency; each has its patterns and its phrases in every language. */
export const emergencyKinds = [
  "call-for-help",
  "fire",
  "gas",
  "carbon-monoxide",
  "breathing",
  "medical",
  "overdose",
  "break-in",
  "violence",
  "accident",
] as const;
export type EmergencyKind = (typeof emergencyKinds)[number];

/** Patterns of one kind of danger; their syntax is that of `patternReader`. */
export interface DangerPatterns {
  /** Clear wherever they are said; among words that nobody expected they are asked about. */
  readonly clauses: readonly string[];
  /** Clear only where nothing else was said: "the police", but not "my report to the police". */
  readonly alone: readonly string[];
}

/** How people of one language say that somebody is in danger. Words stand as `spokenWords` leaves them. */
export interface SafetyGrammar {
  /** Spellings of one thing, one after the other: what speech recognition writes, and contractions. */
  readonly rewrites: readonly (readonly [written: RegExp, as: string])[];
  readonly classes: WordClasses;
  /** Words around a phrase that change nothing about it. */
  readonly fillers: readonly string[];
  /** Stands between what is meant and what is not: "billing not sales" may have been "my baby is not breathing". */
  readonly negation: string;
  /** Stand before a value that corrects another, and deny as well: "no, billing", "no emergency". */
  readonly corrections: readonly string[];
  /** What the models' sample utterances keep of a phrase: "i'm {callerName}" leaves "having a heart attack". */
  readonly carriers: readonly string[];
  readonly emergency: Readonly<Record<EmergencyKind, DangerPatterns>>;
  readonly crisis: DangerPatterns;
  /** Perhaps an emergency, perhaps not, where nothing else was said: the caller is asked. */
  readonly doubtful: readonly string[];
  /** Sounds like danger and is none: it is left out before anything else is compared. */
  readonly harmless: readonly string[];
  /** Says that there is no danger: left out, too. */
  readonly denials: readonly string[];
  /** What is long past is no emergency, unless nothing else was said. */
  readonly longAgo: readonly string[];
  /** Words between two clauses, each of which may be clear by itself. */
  readonly conjunctions: readonly string[];
  /** Cries for help that are names, too: doubtful where a name was asked for. */
  readonly names: readonly string[];
}
