/** A document as its source has it. */
export interface SourcedDocument {
  /** Two that are equal are one document; nothing says which of two is the newer one. */
  readonly version: string;
  readonly text: string;
}

/**
 * Where a ROUTES document is kept that may be exchanged while the Lambda runs.
 * @throws {RouteSourceError} from `read`, where there is none or it may not be read; what the connection threw, where the
 * source did not answer
 */
export interface RouteSource {
  /** Reads the document, once; `"same"` where it is still the known version. */
  read(known: string | undefined, signal: AbortSignal): Promise<SourcedDocument | "same">;
}
