import type { SafetyGrammar } from "./safety-grammar.ts";

/** The words of a phrase without case, accents and punctuation, contractions and spellings made one. */
export function spokenWords(text: string, rewrites: SafetyGrammar["rewrites"]): readonly string[] {
  const plain = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe");
  const spaced = ` ${plain.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  const rewritten = rewrites.reduce((phrase, [written, as]) => phrase.replace(written, as), spaced);
  return rewritten.split(" ").filter((word) => word !== "");
}
