/** A number in E.164, in groups that people read out: `+1 204-555-1111`, `+33 612 345 678`. */
export function groupedNumber(e164: string): string {
  const american = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(e164);
  if (american) return `+1 ${american.slice(1).join("-")}`;
  const [, code = "", rest = ""] = /^(\+\d{2})(\d{5,13})$/.exec(e164) ?? [];
  if (code === "") return e164;
  return `${code} ${rest.replaceAll(/\d{3}(?=\d{2,})/g, "$& ")}`;
}

/** A link that a telephone on the agent's machine takes. */
export function isDiallable(number: string): boolean {
  return /^\+\d{7,15}$/.test(number);
}
