import { findingLine } from "./finding.ts";
import { lint } from "./lint.ts";
import { loadSkillPackage } from "./load-skill-package.ts";
import { modelDrift } from "./model-drift.ts";

export interface Report {
  /** A line for each mistake, and one to close with. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Loads and lints the skill package of a repository. */
export async function report(repository: string): Promise<Report> {
  const { skillPackage, findings } = await loadSkillPackage(repository);
  const all = skillPackage ? [...lint(skillPackage), ...modelDrift(skillPackage)] : findings;
  if (skillPackage && all.length === 0)
    return { lines: [`No findings in ${skillPackage.models.length} locales.`], exitCode: 0 };
  const sum = `${all.length} ${all.length === 1 ? "finding" : "findings"}`;
  return { lines: [...all.map(findingLine), sum], exitCode: 1 };
}
