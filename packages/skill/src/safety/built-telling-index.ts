import { english } from "./languages/en.ts";
import { spanish } from "./languages/es.ts";
import { french } from "./languages/fr.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";
import type { TellingIndex } from "./telling-index.ts";
import indexes from "./telling-indexes.document.ts";

/** The index that the build has made of a grammar. */
export function builtTellingIndex(grammar: SafetyGrammar): TellingIndex {
  const { en, es, fr }: Record<"en" | "es" | "fr", TellingIndex> = JSON.parse(indexes);
  const index = new Map([
    [english, en],
    [spanish, es],
    [french, fr],
  ]).get(grammar);
  if (!index) throw new TypeError("The build has made no index of this grammar");
  return index;
}
