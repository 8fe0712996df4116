import { type Conversation, without } from "./conversation.ts";
import type { Heard } from "./heard.ts";

/** `luhn`: digits only, the last one a Luhn check digit (ISO/IEC 7812-1, annex B). */
export const checkDigits = ["none", "luhn"] as const;

/** How a company's account IDs look. */
export interface AccountIdRules {
  readonly minLength: number;
  readonly maxLength: number;
  readonly checkDigit: (typeof checkDigits)[number];
}

/** After the first question the account ID is asked for at most twice more. */
const mostReElicits = 2;

/** "a b-1.2 3" and "AB123" are the same ID; `undefined` where nothing was made out. */
export function canonicalAccountId(spoken: string | undefined): string | undefined {
  const id = (spoken ?? "").replace(/[\s.-]/g, "").toUpperCase();
  return id === "" || id === "?" ? undefined : id;
}

export function isAccountId(id: string, rules: AccountIdRules): boolean {
  if (id.length < rules.minLength || id.length > rules.maxLength) return false;
  if (!/^[A-Z0-9]+$/.test(id)) return false;
  return rules.checkDigit === "none" || hasLuhnDigit(id);
}

function hasLuhnDigit(id: string): boolean {
  if (!/^\d+$/.test(id)) return false;
  const fromRight = Array.from(id, Number).reverse();
  const doubled = fromRight.map((digit, place) => (place % 2 === 0 ? digit : digit * 2));
  const sum = doubled.reduce((total, value) => total + (value > 9 ? value - 9 : value), 0);
  return sum % 10 === 0;
}

/** Takes a well-formed account ID; the one that is already known is no news. */
export function hearAccountId(
  conversation: Conversation,
  spoken: string | undefined,
  rules: AccountIdRules,
): Heard {
  const accountId = canonicalAccountId(spoken);
  if (accountId === undefined || accountId === conversation.accountId) {
    return { conversation, remarks: [] };
  }
  if (!isAccountId(accountId, rules)) return accountIdUnclear(conversation);
  const rest = without(conversation, "withoutAccountId", "accountIdTries");
  return { conversation: { ...rest, accountId }, remarks: [{ accountId }] };
}

/** Counts a try; when they are used up, the call goes on without the account ID. */
export function accountIdUnclear(conversation: Conversation): Heard {
  const accountIdTries = (conversation.accountIdTries ?? 0) + 1;
  const rest = without(conversation, "accountId", "accountIdTries");
  if (accountIdTries > mostReElicits) {
    return { conversation: { ...rest, withoutAccountId: true }, remarks: ["account-id-given-up"] };
  }
  return { conversation: { ...rest, accountIdTries }, remarks: ["account-id-unclear"] };
}
