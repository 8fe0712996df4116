import type { OfferedField } from "./console-messages.ts";
import { reasonText } from "./reason-text.ts";

/** Names of what a context says, for people; the rest is shown under its own name. */
const names: Readonly<Record<string, string>> = {
  callerName: "Caller",
  accountId: "Account",
  callerNumber: "Phone",
  locale: "Language",
  branch: "Branch",
  callerId: "Caller ID",
};
const order = ["branch", "callerName", "reason", "accountId", "callerNumber", "locale"];
/** What is not news to a person, or said another way. */
const leftOut = [
  ...["known", "why", "contextId", "accountIdVerified", "skillId", "callStarter"],
  ...["gatheredSecondsAgo", "status", "createdAt", "expiresAt", "transactionId"],
];

/**
 * What the screen of whoever answers says: names and values for people.
 * @param asked the fields of the call form: their labels, and which of them are masked
 */
export function screenFacts(
  screen: object,
  asked: readonly OfferedField[] = [],
): readonly (readonly [name: string, value: string])[] {
  const fields = screen as Readonly<Record<string, unknown>>;
  const field = (name: string) => asked.find(({ id }) => id === name);
  return Object.keys(fields)
    .filter((name) => !leftOut.includes(name) && fields[name] !== undefined)
    .sort((a, b) => rank(a) - rank(b))
    .map((name) => [
      names[name] ?? field(name)?.label ?? nameOf(name),
      formValue(fields[name], field(name)) ?? shownValue(name, fields),
    ]);
}

function rank(name: string): number {
  const at = order.indexOf(name);
  return at < 0 ? order.length : at;
}

/** A sensitive value but for its end, or the name of a choice; `undefined` for what is shown as always. */
function formValue(value: unknown, field: OfferedField | undefined): string | undefined {
  if (field?.sensitive) return masked(String(value));
  return field?.choices.find(({ id }) => id === String(value))?.name;
}

function masked(text: string): string {
  return text.length > 4 ? `••••${text.slice(-2)}` : "••••";
}

function shownValue(name: string, fields: Readonly<Record<string, unknown>>): string {
  const value = fields[name];
  if (name === "reason") return reasonText(value);
  if (name === "accountId") {
    return `${value} (${fields.accountIdVerified === true ? "verified" : "not verified"})`;
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** `orderNumber` → `Order number`. */
function nameOf(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, " $1").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
