import type { Trouble } from "../api.ts";
import type { CallStatus } from "../call-context.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { spanish } from "./spanish.ts";

type ByStatus = Readonly<Record<CallStatus, string>>;

/** Everything that the page and the element say, in one language. */
export interface Words {
  readonly title: string;
  readonly about: (name: string, reason: string) => string;
  readonly status: ByStatus;
  /** For a call that is over when the page opens. */
  readonly used: Readonly<Partial<ByStatus>>;
  readonly timelineHeading: string;
  readonly timeline: ByStatus;
  readonly note: string;
  readonly trouble: Readonly<Record<Trouble, string>>;
  readonly fetching: string;
  readonly expired: string;
  readonly nothingAsked: string;
  /** The token has run out while a call is shown, which stays; with the time of what is shown. */
  readonly stale: (time: string) => string;
  readonly facts: Readonly<
    Record<"account" | "number" | "language" | "since" | "notGiven" | "notKnown", string>
  >;
  readonly verified: string;
  readonly notVerified: string;
  readonly openAccount: string;
  readonly hidden: string;
  readonly endsIn: string;
  readonly shownInPart: string;
  readonly notShown: string;
  readonly yes: string;
  readonly no: string;
  readonly copy: string;
  readonly copied: string;
  readonly copyWhat: (what: string) => string;
  readonly copiedWhat: (what: string) => string;
  readonly cannotCopy: (what: string) => string;
  readonly more: string;
  readonly addNote: Readonly<Record<"label" | "button" | "kept" | "forbidden" | "failed", string>>;
  readonly access: Readonly<
    Record<
      "enter" | "label" | "hint" | "button" | "signIn" | "signInFailed" | "renew" | "noScript",
      string
    >
  >;
}

const languages: Readonly<Record<string, Words>> = { en: english, es: spanish, fr: french };

/** The first of the reader's languages that the page speaks, and its words. */
export function wordsFor(locales: readonly string[]): {
  readonly locale: string;
  readonly words: Words;
} {
  for (const locale of locales) {
    const words = languages[locale.slice(0, 2).toLowerCase()];
    if (words) return { locale, words };
  }
  return { locale: "en", words: english };
}

/** `technical-support` → `Technical support`, `callbackTime` → `Callback time`. */
export function humanised(id: string): string {
  const words = id
    .replace(/(?<=[a-z0-9])(?=[A-Z])/g, " ")
    .replaceAll(/[-_]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
