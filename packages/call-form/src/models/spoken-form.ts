/** A phrase as it sounds: no case, accents or punctuation. Two phrases with one spoken form are the same to Alexa. */
export function spokenForm(phrase: string): string {
  const plain = phrase.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}{}]+/gu, " ").trim();
}
