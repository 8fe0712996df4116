/** The table, or the account, is asked too much just now (developer guide, "Error handling with DynamoDB"). */
const busy = new Set([
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "ReplicatedWriteConflictException",
  "ThrottlingException",
  "TransactionInProgressException",
]);

/**
 * Whether another attempt may fare better: nobody answered, the server failed or is busy, or the SDK has corrected its
 * clock by the answer. Every write of the store may be repeated.
 */
export function isWorthAnother(error: unknown): boolean {
  const { name, $metadata } = factsOf(error);
  const { httpStatusCode: status, clockSkewCorrected } = $metadata ?? {};
  if (status === undefined || status >= 500 || status === 429) return true;
  return busy.has(name ?? "") || clockSkewCorrected === true;
}

interface ErrorFacts {
  readonly name?: string;
  readonly $metadata?: {
    readonly httpStatusCode?: number;
    readonly clockSkewCorrected?: boolean;
  };
}

function factsOf(error: unknown): ErrorFacts {
  return typeof error === "object" && error !== null ? error : {};
}

/** The name of whatever was thrown. */
export function nameOf(error: unknown): string {
  return factsOf(error).name ?? typeof error;
}
