import type { Field } from "../form/field.ts";
import type { Words } from "../form/words.ts";
import type { FieldPhrases } from "../grammar/grammar.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";

/** A field's phrases in one locale, with its slot in them, the author's own first. */
export interface SlotPhrases extends FieldPhrases {
  readonly field: Field;
  /** Verb first, the reason's alone. */
  readonly wishes: readonly string[];
  /** The wishes that other fields are appended to. */
  readonly joined: readonly string[];
  /** Corrections and changes; whole samples. */
  readonly corrections: readonly string[];
}

export function slotPhrasesOf(field: Field, words: Words): SlotPhrases {
  const grammar = grammarOf(words.language);
  const { called, carriers, answers } = wordsOfField(field, words);
  const nouns = called.map(languageWordsOf(words.language).noun);
  const isReason = field.kind === "reason";
  const phrases = isReason ? grammar.reason : grammar.field(field.kind, nouns);
  const statements = [...carriers, ...phrases.statements];
  const corrected = isReason ? carriers : statements;
  const slot = `{${field.id}}`;
  const filled = (texts: readonly string[]) => texts.map((text) => text.replace("{…}", slot));
  return {
    field,
    statements: filled(statements),
    others: filled(phrases.others),
    tails: filled(phrases.tails),
    answers: filled([...phrases.answers, ...answers]),
    wishes: filled(isReason ? grammar.reason.wishes : []),
    joined: filled(isReason ? grammar.reason.joined : []),
    corrections: filled([
      ...corrected.flatMap((statement) => grammar.corrections(statement)),
      ...(isReason ? [] : nouns.flatMap((noun) => grammar.changes(noun))),
    ]),
  };
}

function wordsOfField({ id }: Field, { fields, locale }: Words) {
  const words = fields[id];
  if (words === undefined) throw new TypeError(`${locale} has no words for the field ${id}`);
  return words;
}
