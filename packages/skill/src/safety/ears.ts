import { createDangerEar, type DangerEar } from "./danger.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";
import { type TellingIndex, tellingIndexOf } from "./telling-index.ts";

/** An ear for each grammar, made when it is first needed. */
export type Ears = (grammar: SafetyGrammar) => DangerEar;

/** @param indexOf where the index of a grammar comes from; it is made, which takes a while, without it */
export function createEars(
  indexOf: (grammar: SafetyGrammar) => TellingIndex = tellingIndexOf,
): Ears {
  const ears = new Map<SafetyGrammar, DangerEar>();
  return (grammar) => {
    const ear = ears.get(grammar) ?? createDangerEar(grammar, indexOf(grammar));
    ears.set(grammar, ear);
    return ear;
  };
}
