/** How long a context lives where a team does not say: an hour is long for a call that starts at once. */
export const defaultTtlSeconds = 3600;
