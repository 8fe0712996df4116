import { plainText } from "./plain-text.ts";

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
}

interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
}

export type Resources = Readonly<Record<string, Resource>>;

/** Every policy document anywhere in a template, wherever it hangs. */
export function statements(value: unknown): Statement[] {
  if (typeof value !== "object" || value === null) return [];
  if ("Statement" in value) return [value.Statement as Statement | Statement[]].flat();
  return Object.values(value).flatMap(statements);
}

/** What a statement allows, one line for each action and resource. */
export function grants({ Action, Resource }: Statement): string[] {
  return [Action]
    .flat()
    .flatMap((action) =>
      [Resource].flat().map((resource) => `${action} on ${plainText(resource ?? "itself")}`),
    );
}

/** What a role may do: by itself, and by the policies that are attached to it. */
export function rightsOf(resources: Resources, roleId: string): string[] {
  const role = resources[roleId];
  const attached = Object.values(resources).filter(
    ({ Type, Properties }) =>
      Type === "AWS::IAM::Policy" && JSON.stringify(Properties.Roles).includes(`"${roleId}"`),
  );
  return [role?.Properties.Policies, ...attached].flatMap(statements).flatMap(grants);
}

/** The logical ID of the role that a Lambda runs with. */
export function roleOf(resources: Resources, lambdaId: string): string {
  const role = resources[lambdaId]?.Properties.Role as { readonly "Fn::GetAtt": readonly string[] };
  const [roleId = ""] = role["Fn::GetAtt"];
  return roleId;
}
