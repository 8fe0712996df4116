/**
 * "billing, sales, or something else": choices, with a locale's own words before the last one. `Intl.ListFormat`
 * knows those words too, but loading its data takes 20 ms of a cold start.
 */
export function choiceOf(names: Readonly<Record<string, string>>, beforeLast: string): string {
  const choices = Object.values(names);
  return [choices.slice(0, -1).join(", "), ...choices.slice(-1)].join(beforeLast);
}
