import { objectOrEmpty } from "../raw-fields.ts";
import type { ErrorBranches } from "../rules/action-rules.ts";
import { type Finding, mistake, warning } from "../rules/finding.ts";

export function checkErrorBranches(
  errors: unknown,
  branches: ErrorBranches | undefined,
): readonly Finding[] {
  const types = (Array.isArray(errors) ? errors : []).map(
    (entry) => objectOrEmpty(entry).ErrorType,
  );
  const each = types.flatMap((type, index) => {
    const at = `Transitions.Errors[${index}].ErrorType`;
    if (typeof type !== "string" || type === "") return [mistake("error-branch", at, "is missing")];
    if (types.indexOf(type) < index) {
      return [mistake("error-branch", at, "is that of a branch before")];
    }
    return branches && !mayHave(branches, type)
      ? [mistake("error-branch", at, "is not an error of this action, as it is set here")]
      : [];
  });
  return [...each, ...(branches ? missing(branches, types) : [])];
}

function mayHave({ required, usual, allowed }: ErrorBranches, type: string): boolean {
  return [required, usual, allowed].some((types) => types?.includes(type));
}

function missing(branches: ErrorBranches, types: readonly unknown[]): readonly Finding[] {
  const at = "Transitions.Errors";
  const lacking = (names: readonly string[] = []) => names.filter((name) => !types.includes(name));
  return [
    ...lacking(branches.required).map((name) =>
      mistake("error-branch", at, `has no branch for ${name}`),
    ),
    ...lacking(branches.usual).map((name) =>
      warning("error-branch", at, `has no branch for ${name}: the contact is lost when it fails`),
    ),
  ];
}
