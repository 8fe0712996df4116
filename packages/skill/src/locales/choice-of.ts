/** "billing, sales, or something else": choices in the words and the order of a locale. */
export function choiceOf(locale: string, names: Readonly<Record<string, string>>): string {
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(Object.values(names));
}
