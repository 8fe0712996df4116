import type { JsonPath } from "./finding.ts";
import type { LocaleModel, SkillPackage } from "./skill-package.ts";

export interface Problem {
  readonly path: JsonPath;
  readonly message: string;
}

/** Looks at one locale's interaction model. */
export interface ModelRule {
  readonly name: string;
  check(model: LocaleModel): Iterable<Problem>;
}

/** Looks at the package as a whole. */
export interface PackageRule {
  readonly name: string;
  check(skillPackage: SkillPackage): Iterable<Problem & { readonly file: string }>;
}
