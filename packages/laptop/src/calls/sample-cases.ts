import type { HangsUp } from "./call-plan.ts";

/** The locales of the sample skill. */
export const locales = ["en-US", "en-CA", "es-US", "fr-CA"] as const;
export type Locale = (typeof locales)[number];

/**
 * The ways a call can end: at an agent, at a phone that a back end picks, in a meeting; and case 1 again through Amazon
 * Connect, as a team that starts today has it.
 */
export const caseNumbers = [1, 2, 3, 4] as const;
/** Told with the starter `connect`, whatever the others are told with. */
export const connectCase = 4;
export type CaseNumber = (typeof caseNumbers)[number];

/** One caller, and what they say, turn by turn. */
export interface SampleCase {
  readonly case: CaseNumber;
  readonly title: string;
  /** E.164: in the caller's customer profile. */
  readonly callerNumber: string;
  readonly says: readonly string[];
  /** Who hangs up once they have talked. */
  readonly hangsUp: HangsUp;
}

const titles: Readonly<Record<CaseNumber, string>> = {
  1: "Customer engagement: to a contact centre over a Voice Connector",
  2: "Phone: to the branch that a back-end service picks",
  3: "Meeting: to an agent in a Chime SDK meeting",
  4: "Today: the same as case 1, through Amazon Connect",
};

type Script = Readonly<Record<Exclude<CaseNumber, typeof connectCase>, readonly string[]>>;

/** Step by step; one-shot without an account ID; and with a correction at the last moment. */
const english: Script = {
  1: ["open example support", "my name is Ana", "A B 1 2 3 4", "billing", "yes"],
  2: ["ask example support to call about my order", "it's Ben", "I don't know it", "yes"],
  3: [
    "ask example support to connect me to technical support",
    "this is Chloe",
    "my account number is 7 7 1 2 0 4",
    "no my account number is 7 7 1 2 0 5",
    "yes",
  ],
};

const spanish: Script = {
  1: ["abre example support", "me llamo Ana", "A B 1 2 3 4", "facturación", "sí"],
  2: ["pídele a example support que llame por mi pedido", "soy Benjamín", "no lo sé", "sí"],
  3: [
    "abre example support",
    "comunícame con soporte técnico",
    "soy Camila",
    "mi cuenta es 7 7 1 2 0 4",
    "no mi cuenta es 7 7 1 2 0 5",
    "sí",
  ],
};

const french: Script = {
  1: ["ouvre example support", "je m'appelle Anaïs", "A B 1 2 3 4", "facturation", "oui"],
  2: [
    "demande à example support d'appeler pour ma commande",
    "c'est Benoît",
    "je ne sais pas",
    "oui",
  ],
  3: [
    "ouvre example support",
    "passe-moi le soutien technique",
    "ici Chloé",
    "mon compte est le 7 7 1 2 0 4",
    "non mon compte est le 7 7 1 2 0 5",
    "oui",
  ],
};

const scripts: Readonly<Record<Locale, Script>> = {
  "en-US": english,
  "en-CA": english,
  "es-US": spanish,
  "fr-CA": french,
};

/** Where the callers are at home decides which branch is the closest. */
const callerNumbers: Readonly<Record<Locale, string>> = {
  "en-US": "+12065551111",
  "en-CA": "+12045551111",
  "es-US": "+13055551111",
  "fr-CA": "+14185551111",
};

/** Where callers of a locale call from; those of others do as in the first. */
export function sampleCallerNumber(locale: string): string {
  return callerNumbers[locales.find((each) => each === locale) ?? locales[0]];
}

export function sampleCase(number: CaseNumber, locale: Locale): SampleCase {
  return {
    case: number,
    title: titles[number],
    callerNumber: callerNumbers[locale],
    says: scripts[locale][number === connectCase ? 1 : number],
    hangsUp: number === 2 ? "caller" : "callee",
  };
}
