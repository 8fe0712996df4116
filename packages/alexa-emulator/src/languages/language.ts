import type { DateWords } from "./date-words.ts";
import type { NumberWords } from "./number-words.ts";
import type { TimeWords } from "./time-words.ts";
import type { WordLists } from "./word-lists.ts";

/** How people call a skill by its name, and put a request to it in the same breath. */
export interface InvocationWords {
  /** What the device listens for. */
  readonly wakeWords: readonly string[];
  /** What may come before everything else: "please", "can you". */
  readonly openings: readonly string[];
  /** What may come after everything else: "please". */
  readonly closings: readonly string[];
  /** What comes before the invocation name: "open", "ask". */
  readonly verbs: readonly string[];
  /** What may stand between the verb and the name: "the". */
  readonly articles: readonly string[];
  /** What may stand between the name and the request: "to" in "ask … to call billing". */
  readonly connectives: readonly string[];
  /** What stands between a request and the name that follows it: "with" in "call billing with …". */
  readonly trailing: readonly string[];
}

/** What Alexa says in her own voice. */
export interface AlexaSentences {
  /** Nobody feels addressed. */
  readonly notForASkill: string;
  /** The skill's response is invalid, late or missing. */
  readonly skillProblem: string;
  /** The call could not be connected. */
  readonly contactNotAvailable: string;
  /** Asks for permissions; `what` comes from `scopes`. */
  consentQuestion(skillName: string, what: string): string;
  /** The answer to that question was not clear. */
  readonly consentNotUnderstood: string;
  /** Asks whether to buy a product, to give it back, or to allow something. */
  purchaseQuestion(errand: "Buy" | "Upsell" | "Cancel" | "AskFor", what: string): string;
  readonly consentGiven: string;
  readonly consentDenied: string;
  /** What a permission scope is called when Alexa asks for it. */
  readonly scopes: ReadonlyMap<string, string>;
}

/** What people say for a built-in intent, by its name. */
export type BuiltInUtterances = Readonly<Partial<Record<string, readonly string[]>>>;

/** All that the emulator knows of one language. */
export interface Language {
  readonly invocation: InvocationWords;
  readonly builtInUtterances: BuiltInUtterances;
  /** Leaves any skill at once, without asking it. */
  readonly exit: readonly string[];
  /** Grants a permission, besides a plain yes. */
  readonly approval: readonly string[];
  readonly numbers: NumberWords;
  readonly dates: DateWords;
  readonly times: TimeWords;
  /** "point" in "three point five", and "minus" before a number. */
  readonly decimals: { readonly point: readonly string[]; readonly minus: readonly string[] };
  /** Words of built-in slot types that are lists, by type: a small part of what Alexa knows. */
  readonly lists: WordLists;
  readonly sentences: AlexaSentences;
}
