import type { AccountIdCheck } from "../form/field.ts";

/** "a b-1.2 3" and "AB123" are the same ID; `undefined` where nothing was made out. */
export function canonicalAccountId(spoken: string): string | undefined {
  const id = spoken.replace(/[\s.-]/g, "").toUpperCase();
  return id === "" || id === "?" ? undefined : id;
}

/** Whether a canonical ID looks as the form says. */
export function isAccountId(id: string, { length, luhn, pattern }: AccountIdCheck): boolean {
  const [fewest, most] = length;
  if (id.length < fewest || id.length > most) return false;
  if (!/^[A-Z0-9]+$/.test(id)) return false;
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, "u").test(id)) return false;
  return !luhn || hasLuhnDigit(id);
}

function hasLuhnDigit(id: string): boolean {
  if (!/^\d+$/.test(id)) return false;
  const fromRight = Array.from(id, Number).reverse();
  const doubled = fromRight.map((digit, place) => (place % 2 === 0 ? digit : digit * 2));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}
