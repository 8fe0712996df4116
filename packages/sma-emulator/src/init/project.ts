import type { LambdaEntry } from "./functions-of.ts";
import type { TableEntry } from "./tables-of.ts";

/** What `emulator.json` needs to know of somebody's project. */
export interface Project {
  readonly applications: readonly NamedLambda[];
  /** Other Lambdas. */
  readonly functions: readonly NamedLambda[];
  /** E.164. */
  readonly numbers: readonly string[];
  readonly rules: readonly { readonly number: string; readonly application: string }[];
  readonly voiceConnectors: readonly string[];
  readonly tables: readonly TableEntry[];
  /** Names of functions. */
  readonly meetingEvents: readonly string[];
  /** Buckets, and the audio files that are put into each: absolute paths. */
  readonly buckets: readonly Bucket[];
  /** Intents of Lex bots. */
  readonly intents: readonly string[];
  /** What could not be mapped, in words. */
  readonly open: readonly string[];
}

export interface NamedLambda {
  readonly name: string;
  readonly lambda: LambdaEntry;
}

export interface Bucket {
  readonly name: string;
  readonly audioFiles: readonly string[];
}
