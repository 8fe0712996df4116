export const httpFailureKinds = [
  "bad-request",
  "bad-token",
  "access-denied",
  "not-found",
  "throttled",
  "unavailable",
  "timeout",
  "connection-lost",
] as const;
export type HttpFailureKind = (typeof httpFailureKinds)[number];

/** A request that was not answered with success. `status` is absent when there was no answer at all. */
export class HttpFailure extends Error {
  override readonly name = "HttpFailure";
  readonly kind: HttpFailureKind;
  readonly status: number | undefined;

  constructor(kind: HttpFailureKind, options: ErrorOptions & { readonly status?: number } = {}) {
    super(`The request failed: ${kind}`, options);
    this.kind = kind;
    this.status = options.status;
  }
}

const kindsByStatus: Readonly<Record<number, HttpFailureKind>> = {
  401: "bad-token",
  403: "access-denied",
  404: "not-found",
  429: "throttled",
};

/** What an HTTP status other than success means to us. */
export function failureKindOf(status: number): HttpFailureKind {
  const known = kindsByStatus[status];
  if (known) return known;
  return status >= 400 && status < 500 ? "bad-request" : "unavailable";
}

/** Identifies an HttpFailure by its name: what stands in a file beside the Lambda's has a class of its own. */
export function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && error.name === "HttpFailure";
}
