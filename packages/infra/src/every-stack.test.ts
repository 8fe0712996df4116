import { expect, test } from "@jest/globals";
import { CfnResource } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { AwsSolutionsChecks } from "cdk-nag";
import { parseDeployment } from "./deployment/deployment.ts";
import { onlyThe, sampleDocument, sections } from "./testing/sample-deployment.ts";
import { appOf, stacksOf, strictAppOf, templateOf } from "./testing/synthesize.ts";

const everything = appOf(parseDeployment(sampleDocument));

test("there is a stack for each section of the document", () => {
  expect(stacksOf(everything).map(({ stackName }) => stackName)).toEqual([
    "SkillCall-CallContext-prod",
    "SkillCall-Skill-prod",
    "SkillCall-Sma-prod",
    "SkillCall-ContextApi-prod",
    "SkillCall-Connect-prod",
    "SkillCall-CallEvents-prod",
  ]);
});

test("the stacks share nothing: no exports, no imports, no order", () => {
  for (const stack of stacksOf(everything)) {
    const template = Template.fromStack(stack).toJSON();
    expect(JSON.stringify(template)).not.toMatch(/Fn::ImportValue|"Export"/);
    expect(stack.dependencies).toEqual([]);
  }
});

test.each(sections)("the stack of %s alone is what it is among the others", (section) => {
  const index = sections.indexOf(section);
  const [stack] = stacksOf(everything).slice(index, index + 1);
  if (stack === undefined) throw new RangeError(section);
  expect(templateOf(onlyThe(section)).toJSON()).toEqual(Template.fromStack(stack).toJSON());
});

test.each(sections)(
  "the stack of %s has no finding of AWS Solutions that is not explained",
  (section) => {
    const app = appOf(onlyThe(section));
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  },
);

test("CloudFormation's own rules find nothing in any stack", () => {
  expect(() => strictAppOf(parseDeployment(sampleDocument)).synth()).not.toThrow();
});

test("CloudFormation's own rules find what does not fit", () => {
  const app = strictAppOf(onlyThe("callContext"));
  const [stack] = stacksOf(app);
  if (stack === undefined) throw new RangeError("callContext");
  new CfnResource(stack, "Wrong", {
    type: "AWS::Logs::LogGroup",
    properties: { RetentionInDays: "for ever" },
  });
  expect(() => app.synth()).toThrow(/RetentionInDays/);
});

test("the check of AWS Solutions finds something where nothing is explained", () => {
  const app = appOf(onlyThe("sma"));
  for (const construct of app.node.findAll()) {
    Object.defineProperty(construct.node, "metadata", { value: [] });
  }
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  expect(violations.map(({ ruleName }) => ruleName)).toContain("AwsSolutions-IAM5[Resource::*]");
});

test("every Lambda's logs are kept for a time, and for no longer", () => {
  for (const stack of stacksOf(everything)) {
    const template = Template.fromStack(stack);
    for (const { Properties } of Object.values(template.findResources("AWS::Logs::LogGroup"))) {
      expect([7, 30, 90, 365]).toContain(Properties.RetentionInDays);
    }
    const lambdas = Object.values(template.findResources("AWS::Lambda::Function"));
    for (const { Properties } of lambdas) expect(Properties.LoggingConfig.LogGroup).toBeDefined();
  }
});

test("no template holds an account", () => {
  const document = parseDeployment({
    ...sampleDocument,
    sma: { ...sampleDocument.sma, alarmTopicArn: undefined },
  });
  const [sma] = stacksOf(appOf(document)).slice(2, 3);
  if (sma === undefined) throw new RangeError("sma");
  const { ROUTES, ...rest } =
    Object.values(Template.fromStack(sma).findResources("AWS::Lambda::Function"))[0]?.Properties
      .Environment.Variables ?? {};
  expect(ROUTES).toBeDefined();
  expect(JSON.stringify(rest)).not.toMatch(/\d{12}/);
});

test("a dashboard is named with its Region: the names of dashboards are the account's", () => {
  for (const stack of stacksOf(everything)) {
    Template.fromStack(stack).hasResourceProperties("AWS::CloudWatch::Dashboard", {
      DashboardName: `${stack.stackName}-us-east-1`,
    });
  }
});
