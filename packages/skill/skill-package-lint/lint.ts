import type { Finding } from "./finding.ts";
import type { ModelRule, PackageRule } from "./rule.ts";
import { builtInIntents } from "./rules/built-in-intents.ts";
import { dialogReferences } from "./rules/dialog-references.ts";
import { invocationName } from "./rules/invocation-name.ts";
import { localeParity } from "./rules/locale-parity.ts";
import { manifest } from "./rules/manifest.ts";
import { namePermission } from "./rules/name-permission.ts";
import { names } from "./rules/names.ts";
import { promptReferences } from "./rules/prompt-references.ts";
import { reasonIds } from "./rules/reason-ids.ts";
import { safetySamplesRule } from "./rules/safety-samples.ts";
import { sampleDuplicates } from "./rules/sample-duplicates.ts";
import { sampleSlots } from "./rules/sample-slots.ts";
import { sampleSyntax } from "./rules/sample-syntax.ts";
import { searchQuery } from "./rules/search-query.ts";
import { slotTypes } from "./rules/slot-types.ts";
import { slotValidations } from "./rules/slot-validations.ts";
import { slotValues } from "./rules/slot-values.ts";
import type { SkillPackage } from "./skill-package.ts";

export const modelRules: readonly ModelRule[] = [
  invocationName,
  names,
  builtInIntents,
  slotTypes,
  slotValues,
  sampleSyntax,
  sampleSlots,
  sampleDuplicates,
  searchQuery,
  dialogReferences,
  slotValidations,
  promptReferences,
];

export const packageRules: readonly PackageRule[] = [
  manifest,
  localeParity,
  reasonIds,
  safetySamplesRule,
  namePermission,
];

/** Everything that Amazon's published schema lets pass and the skill store, or a caller, would not. */
export function lint(skillPackage: SkillPackage): Finding[] {
  const inModels = modelRules.flatMap((rule) =>
    skillPackage.models.flatMap((model) =>
      [...rule.check(model)].map((problem) => ({ file: model.file, rule: rule.name, ...problem })),
    ),
  );
  const inPackage = packageRules.flatMap((rule) =>
    [...rule.check(skillPackage)].map((problem) => ({ rule: rule.name, ...problem })),
  );
  return [...inModels, ...inPackage];
}
