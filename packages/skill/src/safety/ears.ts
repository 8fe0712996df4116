import { createDangerEar, type DangerEar } from "./danger.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";

/** An ear for each grammar, made when it is first needed: reading one takes longer than listening with it. */
export type Ears = (grammar: SafetyGrammar) => DangerEar;

export function createEars(): Ears {
  const ears = new Map<SafetyGrammar, DangerEar>();
  return (grammar) => {
    const ear = ears.get(grammar) ?? createDangerEar(grammar);
    ears.set(grammar, ear);
    return ear;
  };
}
