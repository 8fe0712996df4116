import { expect, test } from "@jest/globals";
import { onlyThe, sampleDocument } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

type Resources = Record<string, { Type: string; Properties: Record<string, unknown> }>;

function resourcesWith(changes: object): Resources {
  return templateOf(onlyThe("sma", { canary: undefined, ...changes })).toJSON().Resources;
}

/** The types of the resources that CloudFormation would touch, and how. */
function touched(before: Resources, after: Resources): string[] {
  const ids = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...ids].flatMap((id) => {
    const [was, is] = [before[id], after[id]];
    if (was === undefined) return [`+ ${is?.Type}`];
    if (is === undefined) return [`- ${was.Type}`];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [`~ ${is.Type}`];
  });
}

interface Lambda {
  readonly Environment: { readonly Variables: Readonly<Record<string, unknown>> };
}

function lambdaOf(resources: Resources): Lambda {
  const [id = ""] = Object.keys(resources).filter((name) => name.startsWith("SmaHandlerFunction"));
  return resources[id]?.Properties as unknown as Lambda;
}

const before = resourcesWith({});

test("the same document makes the same template", () => {
  expect(touched(before, resourcesWith({}))).toEqual([]);
});

test("other routes change the Lambda's variable, and with it its version; nothing else", () => {
  const [billing, ...rest] = sampleDocument.sma.routes.rules;
  const rules = [{ ...billing, when: { reason: "order-status" } }, ...rest];
  const routes = { ...sampleDocument.sma.routes, rules };
  const after = resourcesWith({ routes });
  expect(touched(before, after).sort()).toEqual([
    "+ AWS::Lambda::Version",
    "- AWS::Lambda::Version",
    "~ AWS::CloudWatch::Alarm",
    "~ AWS::CloudWatch::Alarm",
    "~ AWS::Lambda::Alias",
    // The handler, and the rehearsal, which is told its version.
    "~ AWS::Lambda::Function",
    "~ AWS::Lambda::Function",
  ]);
  const [was, is] = [lambdaOf(before), lambdaOf(after)];
  const Variables = { ...was.Environment.Variables, ROUTES: JSON.stringify(routes) };
  expect(is).toEqual({ ...was, Environment: { Variables } });
});

test("another failover updates the SIP rule, and no version", () => {
  const failover = { ...sampleDocument.sma.failover, region: "ca-central-1" };
  expect(touched(before, resourcesWith({ failover }))).toEqual(["~ Custom::SkillCallSipRule"]);
});

test("another number makes a new rule and deletes the old one; the application stays", () => {
  expect(touched(before, resourcesWith({ phoneNumbers: ["+16073332222"] })).sort()).toEqual([
    "+ Custom::SkillCallSipRule",
    "- Custom::SkillCallSipRule",
  ]);
});
