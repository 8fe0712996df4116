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
  /** A statement as a correction: "no my account is {…}". */
  corrections(statement: string): readonly string[];
  /** Changing a field by its name: "change my account to {…}". */
  changes(noun: Noun): readonly string[];
  /** Joins two clauses. */
  readonly and: string;
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
