/** A store's limits, in milliseconds, that no machine reaches, however busy it is: for tests that ask a table themselves. */
export const unhurried = { requestTimeoutMs: 3_600_000, attemptTimeoutMs: 3_600_000 } as const;
