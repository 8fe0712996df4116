/** A phone number of which only the area and the last two digits show. */
export function maskedNumber(number: string): string {
  const shown = /^(\+\d{4})(\d+)(\d{2})$/.exec(number);
  if (!shown) return "•".repeat(number.length);
  const [, area = "", hidden = "", end = ""] = shown;
  return `${area}${"•".repeat(hidden.length)}${end}`;
}

/** An ID of which only the last two characters show, and nothing at all of a short one. */
export function maskedId(id: string): string {
  return id.length > 4 ? `••••${id.slice(-2)}` : "••••";
}
