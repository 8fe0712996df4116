/** Something that reads what others send, and what must hold of it whatever they send. */
export interface Target {
  /** In a sentence, for `--help`. */
  readonly is: string;
  /** `json`: inputs are the texts of JSON documents, and are changed as such. */
  readonly form: "text" | "json";
  /** What is usually sent; personal data in it are `personalData`. */
  readonly samples: readonly string[];
  /** Pieces that mean something to who reads. */
  readonly words: readonly string[];
  /**
   * Has an input read, and looks at what comes of it.
   * @throws {UnsoundError} when it is not what it must be; anything else is a fault of the reader
   */
  readonly feed: (input: string) => Promise<void> | void;
}

/** What came of an input breaks a promise. */
export class UnsoundError extends Error {
  override readonly name = "UnsoundError";
}

/** @throws {UnsoundError} with the promise that is broken */
export function ensure(holds: boolean, promise: string): asserts holds {
  if (!holds) throw new UnsoundError(promise);
}
