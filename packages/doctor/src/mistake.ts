import type { Configuration, Part } from "./configuration.ts";

/** One thing that is missing, or does not go with another. */
export interface Mistake {
  /** Whose it is to mend; absent where it is nobody's alone. */
  readonly part?: Part;
  /** A variable, such as `CALLER_ID_NUMBER`, or a place in a document. */
  readonly place: string;
  /** What is wrong, and what would be right. */
  readonly problem: string;
}

/** Finds mistakes that no Lambda can see alone. */
export type Rule = (configuration: Configuration) => Iterable<Mistake>;
