import type { Trouble } from "./api.ts";
import type { CallStatus } from "./call-context.ts";

export const statusWords: Readonly<Record<CallStatus, string>> = {
  created: "Context gathered, the call has not arrived yet",
  claimed: "The call has arrived and is being put through",
  connected: "Connected",
  ended: "The call has ended",
  failed: "The call failed",
};

/** For a call that is over when the page opens. */
export const usedWords: Readonly<Partial<Record<CallStatus, string>>> = {
  ended: "Already used: this call has ended",
  failed: "Already used: this call failed",
};

export const timelineWords: Readonly<Record<CallStatus, string>> = {
  created: "Context gathered",
  claimed: "Call arrived",
  connected: "Connected",
  ended: "Ended",
  failed: "Failed",
};

export const troubleWords: Readonly<Record<Trouble, string>> = {
  gone: "There is no such context: it is unknown, or it has expired. Ask who is calling, and why.",
  unauthorized: "This token was not accepted. Enter another one.",
  forbidden: "This token may not read call contexts. Enter another one.",
  unavailable: "The context cannot be fetched right now. Trying again…",
};

export const expiredWords = "This context has expired. Ask who is calling, and why.";

export const nothingAskedWords =
  "No call was given. Your CRM opens this page with one; open it from there again.";

/** `technical-support` → `Technical support`. */
export function reasonWords(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `fr-CA` → `Canadian French (fr-CA)`; what is no language is shown as it came. */
export function languageWords(locale: string): string {
  try {
    const name = new Intl.DisplayNames("en", { type: "language" }).of(locale);
    return name === undefined || name === locale ? locale : `${name} (${locale})`;
  } catch {
    return locale;
  }
}

const units = [
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
] as const;

/** `2 minutes ago`. */
export function howLongAgo(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const [unit, size] = units.find(([, size]) => seconds >= size) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en", { numeric: "auto" }).format(
    -Math.floor(seconds / size),
    unit,
  );
}
