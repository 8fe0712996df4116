import type { Field } from "../form/field.ts";
import type { Words } from "../form/words.ts";
import { crossed, type FieldPhrases } from "../grammar/grammar.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import { canBeCorrected, correctedSlot, rejectedSlot, standAlone } from "./slot-type.ts";

/** A field's phrases in one locale, with its slot in them, the author's own first. */
export interface SlotPhrases extends FieldPhrases {
  readonly field: Field;
  /** The slot alone. */
  readonly bare: readonly string[];
  /** Verb first, the reason's alone. */
  readonly wishes: readonly string[];
  /** The wishes that other fields are appended to. */
  readonly joined: readonly string[];
  /** Corrections and changes; whole samples. */
  readonly corrections: readonly string[];
}

export function slotPhrasesOf(field: Field, words: Words): SlotPhrases {
  const { id, kind } = field;
  const grammar = grammarOf(words.language);
  const { called, carriers, answers } = wordsOfField(field, words);
  const nouns = called.map(languageWordsOf(words.language).noun);
  const isReason = kind === "reason";
  // Any word can be a name: only what people say to correct one takes them.
  const isName = kind === "name";
  const phrases = isReason ? grammar.reason : grammar.field(kind, nouns);
  const statements = [...carriers, ...phrases.statements];
  const rejected = rejectedSlot(field);
  const slotIn = (text: string) => {
    const mayDeny = grammar.mayDeny.includes(text);
    return (mayDeny ? correctedSlot(field) : undefined) ?? id;
  };
  const filled = (texts: readonly string[]) =>
    texts.map((text) => text.replace("{…}", `{${slotIn(text)}}`).replace("{not}", `{${rejected}}`));
  return {
    field,
    bare: filled(["{…}"]),
    statements: filled(statements),
    others: filled([...phrases.others, ...(standAlone.includes(kind) ? ["{…}"] : [])]),
    tails: filled(phrases.tails),
    answers: filled([...phrases.answers, ...answers]),
    wishes: filled(isReason ? grammar.reason.wishes : []),
    joined: filled(isReason ? grammar.reason.joined : []),
    corrections: filled([
      ...crossed(grammar.corrections, statements),
      ...(isReason ? [] : nouns.flatMap((noun) => grammar.changes(noun))),
      ...(canBeCorrected(field) ? grammar.values : []),
      ...(rejected === undefined ? [] : grammar.rejections.slice(0, isName ? 9 : undefined)),
      ...(rejected === undefined ? [] : grammar.denials),
    ]),
  };
}

function wordsOfField({ id }: Field, { fields, locale }: Words) {
  const words = fields[id];
  if (words === undefined) throw new TypeError(`${locale} has no words for the field ${id}`);
  return words;
}
