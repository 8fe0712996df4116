/** The port of up to five digits; `none` where they name none. */
export function portOf(digits: string | undefined): number | "none" | undefined {
  if (digits === undefined) return undefined;
  const port = Number(digits);
  return port <= 65_535 ? port : "none";
}
