/** The words of dates in a language, without accents. */
export interface DateWords {
  /** January first. */
  readonly months: readonly string[];
  /** The first of a month and, where a language has them, the other ordinals: "third" is 3. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Words that add nothing: "the third of May". */
  readonly fillers: readonly string[];
}
