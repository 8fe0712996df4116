import { expect, test } from "@jest/globals";
import { Template } from "aws-cdk-lib/assertions";
import { parseDeployment } from "../deployment/deployment.ts";
import { everyTemplate } from "../testing/every-document.ts";
import { sampleDocument } from "../testing/sample-deployment.ts";
import { appOf, stacksOf } from "../testing/synthesize.ts";
import { cloudFormationPolicy, deletionPolicy, personPolicy } from "./deploy-policies.ts";
import { rightsByType } from "./rights-by-type.ts";

const account = "123456789012";
const common = { stage: "prod", region: "us-east-1", account };
const { instanceArn: connectInstanceArn } = sampleDocument.connect;
const stacks = stacksOf(appOf(parseDeployment(sampleDocument))).map((stack) => ({
  names: { ...common, stack: stack.stackName, connectInstanceArn },
  template: Template.fromStack(stack).toJSON() as Parameters<typeof cloudFormationPolicy>[0],
}));

interface Statement {
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
}

const statementsOf = ({ Statement }: ReturnType<typeof personPolicy>) => Statement as Statement[];

function policyOf(stack: string) {
  const found = stacks.find(({ names }) => names.stack === stack);
  if (found === undefined) throw new RangeError(stack);
  return cloudFormationPolicy(found.template, found.names);
}

test("the rights of every type that any document leads to are written down, and of no other", () => {
  const types = Object.values(everyTemplate())
    .flat()
    .flatMap(({ template }) => Object.values(template.Resources).map(({ Type }) => Type));
  expect(Object.keys(rightsByType).sort()).toEqual([...new Set(types)].sort());
});

test("a type of which nobody wrote the rights is said", () => {
  const [names] = stacks.map((stack) => stack.names);
  if (names === undefined) throw new RangeError("no stack");
  const Resources = { Bucket: { Type: "AWS::S3::Bucket" } };
  expect(() => cloudFormationPolicy({ Resources }, names)).toThrow("AWS::S3::Bucket");
});

test.each(stacks.map(({ names }) => [names.stack]))(
  "the policy for %s fits into a managed policy, names whole actions, and is for this account",
  (stack) => {
    const policy = policyOf(stack);
    // IAM counts without white space (user guide, "IAM and AWS STS quotas").
    expect(JSON.stringify(policy).length).toBeLessThanOrEqual(6_144);
    for (const { Action, Resource } of statementsOf(policy)) {
      expect(Action.filter((action) => !/^[a-z0-9]+:[A-Z][A-Za-z]+$/.test(action))).toEqual([]);
      const elsewhere =
        /^(\*|arn:aws:apigateway:us-east-1::.*|arn:aws:s3:::cdk-hnb659fds-assets-123456789012-.*)$/;
      for (const resource of Resource) {
        if (!elsewhere.test(resource)) expect(resource).toContain(`:${account}:`);
      }
    }
  },
);

test("what is allowed of everything is what has no resource of its own", () => {
  const free = stacks.flatMap(({ names }) =>
    statementsOf(policyOf(names.stack))
      .filter(({ Resource }) => Resource.includes("*"))
      .flatMap(({ Action }) => Action),
  );
  expect([...new Set(free)].sort()).toEqual([
    "kms:CreateKey",
    "lambda:CreateEventSourceMapping",
    "logs:CreateLogDelivery",
    "logs:DeleteLogDelivery",
    "logs:DescribeLogGroups",
    "logs:DescribeResourcePolicies",
    "logs:GetLogDelivery",
    "logs:ListLogDeliveries",
    "logs:PutResourcePolicy",
    "logs:UpdateLogDelivery",
  ]);
});

test("one team's policy is for no other team's stack", () => {
  const ofSma = JSON.stringify(policyOf("SkillCall-Sma-prod"));
  expect(ofSma).toContain("function:SkillCall-Sma-prod*");
  expect(ofSma).not.toMatch(/SkillCall-(Skill|Connect|ContextApi)|connect:|dynamodb:|chime:/);
});

test("only Lambda and CodeDeploy are handed a role", () => {
  const passing = statementsOf(policyOf("SkillCall-Sma-prod")).filter(({ Action }) =>
    Action.includes("iam:PassRole"),
  );
  expect(passing).toEqual(
    ["codedeploy", "lambda"].map((service) => ({
      Effect: "Allow",
      Action: ["iam:PassRole"],
      Resource: [
        `arn:aws:iam::${account}:role/skill-call/prod/*`,
        `arn:aws:iam::${account}:role/SkillCall-Sma-prod*`,
      ],
      Condition: { StringEquals: { "iam:PassedToService": `${service}.amazonaws.com` } },
    })),
  );
});

test("a person deploys through the roles that bootstrap made, and puts a version back", () => {
  const [names] = stacks
    .map((stack) => stack.names)
    .filter(({ stack }) => stack === "SkillCall-Sma-prod");
  if (names === undefined) throw new RangeError("no stack");
  expect(personPolicy(names).Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["sts:AssumeRole"],
      Resource: ["deploy", "file-publishing", "lookup"].map(
        (role) => `arn:aws:iam::${account}:role/cdk-hnb659fds-${role}-role-${account}-us-east-1`,
      ),
    },
    { Effect: "Allow", Action: ["lambda:ListFunctions"], Resource: ["*"] },
    {
      Effect: "Allow",
      Action: ["lambda:GetAlias", "lambda:ListVersionsByFunction", "lambda:UpdateAlias"],
      Resource: [`arn:aws:lambda:us-east-1:${account}:function:SkillCall-Sma-prod*`],
    },
  ]);
});

test("who deletes a caller's records may look through the tables of contexts and delete, and change nothing", () => {
  const names = { ...common, stack: "SkillCall-CallContext-prod" };
  const tables = ["SkillCall-CallContext-pr*", "call-contexts-prod-restored"];
  expect(deletionPolicy(names).Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:Scan"],
      Resource: tables.map((table) => `arn:aws:dynamodb:us-east-1:${account}:table/${table}`),
    },
    {
      Effect: "Allow",
      Action: ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey"],
      Resource: [`arn:aws:kms:us-east-1:${account}:key/*`],
      Condition: {
        StringEquals: { "kms:ViaService": "dynamodb.us-east-1.amazonaws.com" },
        StringLike: { "kms:EncryptionContext:aws:dynamodb:tableName": tables },
      },
    },
    {
      Effect: "Allow",
      Action: ["ssm:GetParameter"],
      Resource: [
        `arn:aws:ssm:us-east-1:${account}:parameter/skill-call/prod/call-context/table-name`,
      ],
    },
  ]);
});

test("a layer that runs beside a function is allowed by name", () => {
  const [names] = stacks.map((stack) => stack.names);
  if (names === undefined) throw new RangeError("no stack");
  const layer = "arn:aws:lambda:us-east-1:027255383542:layer:AWS-AppConfig-Extension-Arm64:120";
  const Resources = { One: { Type: "AWS::Lambda::Function", Properties: { Layers: [layer] } } };
  const allowed = statementsOf(cloudFormationPolicy({ Resources }, names)).find(
    ({ Action }) => Action[0] === "lambda:GetLayerVersion",
  );
  expect(allowed?.Resource).toEqual([layer]);
});

test("and where they are encrypted, decrypt what callers said", () => {
  const names = { ...common, stack: "SkillCall-CallContext-prod" };
  const arn = (id: string) => `arn:aws:kms:us-east-1:${account}:key/${id}`;
  const { Statement } = deletionPolicy(names, { keyArn: arn("1"), formerKeyArns: [arn("0")] });
  expect(Statement).toContainEqual({
    Effect: "Allow",
    Action: ["kms:Decrypt"],
    Resource: [arn("1"), arn("0")],
    Condition: { StringEquals: { "kms:EncryptionContext:purpose": "skill-call:call-context" } },
  });
});
