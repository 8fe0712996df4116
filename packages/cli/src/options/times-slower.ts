/** What the user sets on a machine that is too busy for the time limits of AWS, such as one of CI. */
const variable = "SKILL_CALL_TIMES_SLOWER";

/** How many times longer everything may take that has a limit; nothing where the user does not say. */
export function timesSlower({ [variable]: value }: NodeJS.ProcessEnv): {
  readonly timesSlower?: number;
} {
  const times = Number(value);
  return times >= 1 ? { timesSlower: times } : {};
}
