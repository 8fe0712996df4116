/** The entries of a list in one variable; spaces around them and empty ones do not count. */
export function commaSeparated(list: string): string[] {
  return list
    .split(",")
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "");
}
