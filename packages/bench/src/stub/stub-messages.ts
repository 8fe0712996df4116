/** What the stub tells when it is ready. */
export interface StubStart {
  readonly endpoint: string;
  /** Of its OpenID provider, for an agent. */
  readonly token: string;
}

export type StubQuestion =
  | { readonly ask: "wire" }
  /** Contexts have so much more than usual. */
  | { readonly ask: "size"; readonly extraBytes: number };

/** What went over the wire until now; bytes with HTTP's own. */
export interface Wire {
  readonly requests: number;
  /** Bytes, from the Lambda. */
  readonly received: number;
  /** Bytes, to the Lambda. */
  readonly sent: number;
}
