/** A key of 256 bits for the words of one caller. */
export interface DataKey {
  readonly plain: Uint8Array;
  /** The same, encrypted by a key that never leaves its service: base64. It is stored with what it opens. */
  readonly encrypted: string;
}

/** What the store asks of a key service: one attempt at one request, which ends with its signal. */
export interface DataKeys {
  /** A new key. Without this method contexts are stored as they are, and encrypted ones only read. */
  generate?(signal: AbortSignal): Promise<DataKey>;
  /** The plain key of an encrypted one. */
  decrypt(encrypted: string, signal: AbortSignal): Promise<Uint8Array>;
}

/**
 * The encryption context of every data key: rights name it, and it tells AWS CloudTrail, which keeps it, what a key is for.
 * It holds no context ID: that opens a context.
 */
export const dataKeyContext = { purpose: "skill-call:call-context" } as const;
