import { findingLine } from "./finding.ts";
import { lint } from "./lint.ts";
import { loadSkillPackage } from "./load-skill-package.ts";
import { modelDrift } from "./model-drift.ts";
import type { Places } from "./places.ts";

export interface Report {
  /** A line for each mistake, and one to close with. */
  readonly lines: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Loads and lints a skill package. */
export async function report(places: Places): Promise<Report> {
  const { skillPackage, findings } = await loadSkillPackage(places);
  const all = skillPackage ? [...lint(skillPackage), ...modelDrift(skillPackage)] : findings;
  if (skillPackage && all.length === 0)
    return { lines: [`No findings in ${counted(skillPackage.models, "locale")}.`], exitCode: 0 };
  const sum = counted(all, "finding");
  return { lines: [...all.map(findingLine), sum], exitCode: 1 };
}

function counted({ length }: readonly unknown[], what: string): string {
  return `${length} ${what}${length === 1 ? "" : "s"}`;
}
