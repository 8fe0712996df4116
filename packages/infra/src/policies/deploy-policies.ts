import { dataKeyContext } from "@skill-call/call-context";
import type { EncryptionDeployment } from "../deployment/deployment.ts";
import { parameterNames } from "../parameter-names.ts";
import { type DeployRight, rightsByType } from "./rights-by-type.ts";
import { arnOf, madeName, type StackNames } from "./stack-names.ts";

interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly object[];
}

/** What of a template says which rights it takes. */
export interface DeployedTemplate {
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: { readonly Layers?: unknown } }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

/** The policy of CloudFormation's own role, for one stack. @throws {RangeError} for a type of which nobody wrote the rights */
export function cloudFormationPolicy(
  template: DeployedTemplate,
  names: StackNames,
): PolicyDocument {
  const types = [...new Set(Object.values(template.Resources).map(({ Type }) => Type))].sort();
  const rights = types.flatMap((type) => {
    const rightsOf = rightsByType[type];
    if (rightsOf === undefined) throw new RangeError(`Nobody wrote which rights ${type} takes`);
    return rightsOf(names);
  });
  return policyOf([...rights, ...layers(template), readParameters(template, names)]);
}

/** The policy of the person, or the workflow, that deploys a stack, looks at it, and puts a version back by hand. */
export function personPolicy(names: StackNames): PolicyDocument {
  const { account, region } = names;
  return policyOf([
    {
      actions: ["sts:AssumeRole"],
      resources: ["deploy", "file-publishing", "lookup"].map(
        (role) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-role-${account}-${region}`,
      ),
    },
    { actions: ["lambda:ListFunctions"], resources: ["*"] },
    {
      actions: ["lambda:GetAlias", "lambda:ListVersionsByFunction", "lambda:UpdateAlias"],
      resources: [arnOf(names, "lambda", `function:${madeName(names)}`)],
    },
  ]);
}

/** The policy of who deletes one caller's records with `operate delete-caller`, of which no Lambda has the rights. */
export function deletionPolicy(
  names: StackNames,
  encryption?: EncryptionDeployment,
): PolicyDocument {
  const tables = [madeName(names), `call-contexts-${names.stage}-restored`];
  return policyOf([
    {
      actions: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:Scan"],
      resources: tables.map((table) => arnOf(names, "dynamodb", `table/${table}`)),
    },
    {
      actions: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      resources: [arnOf(names, "kms", "key/*")],
      conditions: {
        StringEquals: { "kms:ViaService": `dynamodb.${names.region}.amazonaws.com` },
        StringLike: { "kms:EncryptionContext:aws:dynamodb:tableName": tables },
      },
    },
    ...(encryption ? [readingWords(encryption)] : []),
    {
      actions: ["ssm:GetParameter"],
      resources: [arnOf(names, "ssm", `parameter${parameterNames(names.stage).tableName}`)],
    },
  ]);
}

/** What runs beside a function is another account's, and has to be allowed by name. */
function layers({ Resources }: DeployedTemplate): readonly DeployRight[] {
  const named = Object.values(Resources).flatMap(({ Properties }) => Properties?.Layers ?? []);
  const resources = [...new Set(named.map(String))];
  return resources.length > 0 ? [{ actions: ["lambda:GetLayerVersion"], resources }] : [];
}

/** Whose words they are is to be seen only once they are decrypted. */
function readingWords({ keyArn, formerKeyArns }: EncryptionDeployment): DeployRight {
  return {
    actions: ["kms:Decrypt"],
    resources: [keyArn, ...formerKeyArns],
    conditions: { StringEquals: { "kms:EncryptionContext:purpose": dataKeyContext.purpose } },
  };
}

/** CloudFormation reads what a template's parameters name with its role's rights. */
function readParameters({ Parameters = {} }: DeployedTemplate, names: StackNames): DeployRight {
  const parameters = Object.values(Parameters).map(({ Default }) => String(Default));
  return {
    actions: ["ssm:GetParameters"],
    resources: parameters.sort().map((name) => arnOf(names, "ssm", `parameter${name}`)),
  };
}

/** One statement for what is allowed of the same things under the same conditions. */
function policyOf(rights: readonly DeployRight[]): PolicyDocument {
  const actionsOf = new Map<string, Set<string>>();
  for (const { actions, resources, conditions } of rights) {
    const on = JSON.stringify({ Resource: resources, Condition: conditions });
    actionsOf.set(on, new Set([...(actionsOf.get(on) ?? []), ...actions]));
  }
  const statements = [...actionsOf].map(([on, actions]) => ({
    Effect: "Allow",
    Action: [...actions].sort(),
    ...JSON.parse(on),
  }));
  return { Version: "2012-10-17", Statement: statements };
}
