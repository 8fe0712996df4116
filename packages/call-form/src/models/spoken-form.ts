/** Most phrases sound as they are written; to find out is quicker than to write them anew. */
const asWritten = /^[a-z0-9{}]+(?: [a-z0-9{}]+)*$/;

/** A phrase as it sounds: no case, accents or punctuation. Two phrases with one spoken form are the same to Alexa. */
export function spokenForm(phrase: string): string {
  if (asWritten.test(phrase)) return phrase;
  const plain = phrase.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.replace(/[^\p{L}\p{N}{}]+/gu, " ").trim();
}
