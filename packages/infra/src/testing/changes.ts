import { diffTemplate, ResourceImpact } from "@aws-cdk/cloudformation-diff";
import type { Resources } from "./rights.ts";

export interface ResourceChange {
  readonly id: string;
  readonly type: string;
  /** By CloudFormation's own rules; a replaced resource is made anew, and the old one deleted at the end. */
  readonly how: "created" | "updated" | "replaced" | "deleted" | "kept";
}

export interface TemplateJson {
  readonly Resources: Resources;
  readonly Parameters?: Readonly<Record<string, unknown>>;
}

/** What an update of a stack does to its resources. */
export function changesBetween(before: TemplateJson, after: TemplateJson): ResourceChange[] {
  const changes: ResourceChange[] = [];
  diffTemplate(before, after).resources.forEachDifference((id, change) => {
    const { changeImpact, oldResourceType, newResourceType } = change;
    const type = newResourceType ?? oldResourceType ?? "";
    // The specification knows no custom resource, and takes what changes there for nothing.
    if (changeImpact === ResourceImpact.NO_CHANGE && !type.startsWith("Custom::")) return;
    changes.push({ id, type, how: words[changeImpact] });
  });
  return changes;
}

const words = {
  [ResourceImpact.WILL_CREATE]: "created",
  [ResourceImpact.WILL_IMPORT]: "created",
  [ResourceImpact.WILL_UPDATE]: "updated",
  [ResourceImpact.MAY_REPLACE]: "replaced",
  [ResourceImpact.WILL_REPLACE]: "replaced",
  [ResourceImpact.WILL_DESTROY]: "deleted",
  [ResourceImpact.WILL_ORPHAN]: "kept",
  [ResourceImpact.NO_CHANGE]: "updated",
} as const;

/** A template as CloudFormation has it with these values of its parameters: those of SSM are read at each update. */
export function withParameters(
  template: TemplateJson,
  values: (ssmName: string) => string,
): TemplateJson {
  const parameters = template.Parameters ?? {};
  const read = (_key: string, value: unknown) => {
    const { Ref } = (value ?? {}) as { Ref?: string };
    const parameter = Ref === undefined ? undefined : parameters[Ref];
    return parameter === undefined
      ? value
      : values(String((parameter as { Default: string }).Default));
  };
  return JSON.parse(JSON.stringify(template), read);
}
