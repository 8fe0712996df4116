import { basename } from "node:path";
import { localAccount, localBot } from "./local-account.ts";
import { isCustom, mapOf, type Resource, type Template } from "./read-template.ts";
import { type Telephony, telephonyAttribute } from "./telephony.ts";
import { TemplateValues } from "./template-values.ts";

/** A template with its values; those of several templates refer to each other. */
export interface Stack {
  readonly template: Template;
  readonly values: TemplateValues;
  nameOf(logicalId: string): string;
}

/** The stacks of a project: what one exports or hands to a nested one, the others know. */
export function stacksOf(templates: readonly Template[], telephony: Telephony): readonly Stack[] {
  const stacks: Stack[] = [];
  const taken = new Set<string>();
  for (const template of templates) {
    const names = namesIn(template, taken);
    const nameOf = (id: string) => names.get(id) ?? id;
    const attributeOf = (id: string, attribute: string) => {
      const resource = template.resources[id];
      if (!resource) return undefined;
      const nested = resource.type === "AWS::CloudFormation::Stack" && nestedIn(resource, stacks);
      if (nested) return outputOf(nested, attribute.replace(/^Outputs\./, ""));
      if (isCustom(resource)) {
        const place = { stack, id, attribute };
        return telephonyAttribute(place, telephony);
      }
      return ownAttribute(resource, attribute, physicalName(stack, id));
    };
    const values = new TemplateValues(template, {
      ...localAccount,
      nameOf: (id) => physicalName(stack, id),
      attributeOf,
      exported: (name) => exportOf(stacks, name),
      parameterOf: (name) => parameterFrom(stacks, template, name),
    });
    const stack: Stack = { template, values, nameOf };
    stacks.push(stack);
  }
  return stacks;
}

export function functionArn(name: string): string {
  const { awsRegion, awsAccountId } = localAccount;
  return `arn:aws:lambda:${awsRegion}:${awsAccountId}:function:${name}`;
}

const ownNames = ["FunctionName", "TableName", "BucketName", "QueueName", "TopicName"];

function physicalName({ template, values, nameOf }: Stack, id: string): string {
  const { properties = {}, type } = template.resources[id] ?? {};
  const given = ownNames
    .map((key) => key in properties && values.text(properties[key]))
    .find(Boolean);
  const name = given || nameOf(id);
  return type === "AWS::S3::Bucket" ? name.toLowerCase() : name;
}

function ownAttribute({ type }: Resource, attribute: string, name: string): string | undefined {
  const { awsRegion, awsAccountId } = localAccount;
  if (type === "AWS::Lex::Bot" && attribute === "Id") return localBot.id;
  if (type === "AWS::Lex::BotAlias" && attribute === "BotAliasId") return localBot.aliasId;
  const arns: Readonly<Record<string, string>> = {
    "AWS::Lambda::Function": functionArn(name),
    "AWS::Serverless::Function": functionArn(name),
    "AWS::DynamoDB::Table": `arn:aws:dynamodb:${awsRegion}:${awsAccountId}:table/${name}`,
    "AWS::Serverless::SimpleTable": `arn:aws:dynamodb:${awsRegion}:${awsAccountId}:table/${name}`,
    "AWS::S3::Bucket": `arn:aws:s3:::${name}`,
    "AWS::Lex::BotAlias": localBot.aliasArn,
  };
  return attribute === "Arn" ? arns[type] : undefined;
}

/** The names that people know their resources by: those of the CDK's tree, where there is one. */
function namesIn({ resources }: Template, taken: Set<string>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(resources).map(([id, { metadata }]) => {
      const path = String(metadata["aws:cdk:path"] ?? "").split("/");
      const last = path.filter((part) => !["Resource", "Default"].includes(part)).at(-1);
      const name = last && !taken.has(last) ? last : id;
      taken.add(name);
      return [id, name];
    }),
  );
}

function exportOf(stacks: readonly Stack[], name: string): string | undefined {
  for (const { template, values } of stacks) {
    const outputs = Object.values(template.outputs);
    const found = outputs.find(({ Export }) => values.text(mapOf(Export).Name) === name);
    if (found) return values.text(found.Value);
  }
  return undefined;
}

function outputOf({ template, values }: Stack, name: string): string | undefined {
  return values.text(template.outputs[name]?.Value);
}

/** Which file a nested stack is made of: of the CDK in the metadata, elsewhere in the URL. */
function nestedIn({ metadata, properties }: Resource, stacks: readonly Stack[]) {
  const path = String(metadata["aws:asset:path"] ?? properties.TemplateURL ?? properties.Location);
  return stacks.find(({ template }) => basename(template.file) === basename(path));
}

function parameterFrom(stacks: readonly Stack[], child: Template, name: string): unknown {
  for (const { template, values } of stacks) {
    for (const resource of Object.values(template.resources)) {
      const { Parameters } = resource.properties;
      if (resource.type !== "AWS::CloudFormation::Stack" || !(name in mapOf(Parameters))) continue;
      if (nestedIn(resource, stacks)?.template === child) {
        return values.text(mapOf(Parameters)[name]);
      }
    }
  }
  return undefined;
}
