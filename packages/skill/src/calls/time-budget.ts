/** Milliseconds. Alexa waits 8 s for the skill; together these leave more than one for a cold start. */
export const timeBudget = {
  callerNumber: 1500,
  store: 1500,
  start: 3000,
  markFailed: 800,
} as const;

/** A signal that fires after so many milliseconds. */
export type Within = (milliseconds: number) => AbortSignal;
