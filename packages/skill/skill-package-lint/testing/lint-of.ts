import { findingLine } from "../finding.ts";
import { lint } from "../lint.ts";
import { aSkillPackage, type Draft } from "./a-skill-package.ts";

/** What the whole lint says about a package with this mistake, as the terminal shows it. */
export function lintOf(spoil: (draft: Draft) => void): string[] {
  return lint(aSkillPackage(spoil)).map(findingLine);
}
