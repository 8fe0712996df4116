import type { FieldKind } from "../form/field.ts";
import type { Noun } from "../sentences/language-words.ts";

/** In every phrase `{…}` stands for the slot. */
export interface FieldPhrases {
  /** Whole clauses, which can stand alone and be joined: "my account is {…}". */
  readonly statements: readonly string[];
  /** What else can be said at any time: "account {…}". */
  readonly others: readonly string[];
  /** What follows another clause: "for account {…}". */
  readonly tails: readonly string[];
  /** Only while the field is asked for: "it's {…}". */
  readonly answers: readonly string[];
}

export interface ReasonPhrases extends FieldPhrases {
  /** Verb first, as after "ask example support to": "call about {…}". */
  readonly wishes: readonly string[];
  /** Those of them that other fields are appended to: "call {…} for Ana". */
  readonly joined: readonly string[];
}

/** How people of one language put what they say to a skill that calls. */
export interface Grammar {
  /** A wish to call that says nothing else. */
  readonly calls: readonly string[];
  /** A wish to which other fields can be appended: "call". */
  readonly call: string;
  readonly reason: ReasonPhrases;
  /** The phrases of a field, by its kind and by what callers call it. */
  field(kind: FieldKind, called: readonly Noun[]): FieldPhrases;
  /** What stands before a statement that corrects, or comes on top: "no", "yes but". */
  readonly corrections: readonly string[];
  /** A new value without its field's name, as an answer to what was said back: "no it's {…}". */
  readonly values: readonly string[];
  /** Those of all phrases with one slot that may deny what stands in it: "no {…}" takes in "no emergency". */
  readonly mayDeny: readonly string[];
  /** A value in place of another, which stands at `{not}`: "not {not} {…}". */
  readonly rejections: readonly string[];
  /** Changing a field by its name: "change my account to {…}". */
  changes(noun: Noun): readonly string[];
  /** The same without another value: "not {not}". */
  readonly denials: readonly string[];
  /** What a caller opens with who then says everything at once: "hi". */
  readonly greetings: readonly string[];
  /** Join two clauses. */
  readonly ands: readonly string[];
  /** To a question that can be skipped, whatever it asks for. */
  readonly dontKnow: readonly string[];
  /** The same with the field's name in it. */
  dontKnowOf(noun: Noun): readonly string[];
  /** What Alexa would ask before the call, with the reason's slot. */
  confirmation(company: string): readonly string[];
}

/** The shortest first: what is appended to another clause is short. */
export function shortestFirst(texts: readonly string[]): string[] {
  return [...texts].sort((one, other) => one.length - other.length);
}

/** Every combination of a beginning with an end, in their order. */
export function crossed(beginnings: readonly string[], ends: readonly string[]): string[] {
  return beginnings.flatMap((beginning) => ends.map((end) => `${beginning} ${end}`));
}
