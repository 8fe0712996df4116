/** What a caller notices of their call. */
export type CallProgress =
  | { readonly type: "ringing" }
  | { readonly type: "answered" }
  /** Never answered. */
  | {
      readonly type: "refused";
      readonly sipCode: number;
      readonly reason: string;
      /** When the caller may try again. */
      readonly retryAfterSeconds?: number;
    }
  | { readonly type: "ended"; readonly by: "caller" | "service" };

/** A call as its caller holds it. */
export interface CallHandle {
  readonly transactionId: string;
  /** Of LEG-A. */
  readonly callId: string;
  /** All there was so far. */
  readonly progress: readonly CallProgress[];
  /** Hears of what comes; the answer ends that. */
  onProgress(listener: (progress: CallProgress) => void): () => void;
  hangUp(): void;
  /** Presses keys: 0–9, * and #. */
  press(digits: string): void;
  /** Resolves when every leg is down and the Lambda knows. */
  readonly over: Promise<void>;
}
