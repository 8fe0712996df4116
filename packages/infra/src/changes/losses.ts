import { diffTemplate, ResourceImpact } from "@aws-cdk/cloudformation-diff";

/** Templates by the names of their stacks. */
export type Templates = Readonly<Record<string, object>>;

/** What nobody deletes or replaces by the way: data, and what a number leads to. */
const lasting = [
  "AWS::DynamoDB::GlobalTable",
  "AWS::KMS::Key",
  "Custom::SkillCallSipRule",
  "Custom::SkillCallSipMediaApplication",
  // A skill names its ID.
  "AWS::Connect::ContactFlow",
];

const lostBy: Readonly<Partial<Record<ResourceImpact, string>>> = {
  [ResourceImpact.WILL_DESTROY]: "deleted",
  [ResourceImpact.WILL_ORPHAN]: "left behind",
  [ResourceImpact.WILL_REPLACE]: "replaced",
  [ResourceImpact.MAY_REPLACE]: "replaced",
};

/** What a change takes away of that, a line each; also the whole of a stack that is no more in the document. */
export function losses(before: Templates, after: Templates): string[] {
  return Object.entries(before).flatMap(([stack, template]) => {
    const lost: string[] = [];
    diffTemplate(template, after[stack] ?? {}).resources.forEachDifference((id, change) => {
      const type = change.oldResourceType ?? "";
      const how = lostBy[change.changeImpact];
      if (how !== undefined && lasting.includes(type))
        lost.push(`${stack}: ${type} ${id} would be ${how}`);
    });
    return lost;
  });
}
