import { expect, test } from "@jest/globals";
import { plainText } from "../testing/plain-text.ts";
import { onlyThe } from "../testing/sample-deployment.ts";
import { templateOf } from "../testing/synthesize.ts";

const template = templateOf(onlyThe("sma"));

/** What the custom resource of a type sends to the Voice API on an event. */
function sent(type: string, event: "Create" | "Update" | "Delete") {
  const [resource] = Object.values(template.findResources(type));
  const payload = resource?.Properties[event];
  if (payload === undefined) return undefined;
  const { service, action, parameters, ...rest } = JSON.parse(plainText(payload));
  expect(service).toBe("chime-sdk-voice");
  return { action, parameters, ...rest };
}

/** AwsCustomResource puts the resource's own ID here. */
const ownId = "PHYSICAL:RESOURCEID:";
const Endpoints = [{ LambdaArn: expect.stringMatching(/^<Live/) }];
const TargetApplications = [
  {
    SipMediaApplicationId: expect.stringMatching(/^<SipMediaApplication/),
    AwsRegion: "us-east-1",
    Priority: 1,
  },
  {
    SipMediaApplicationId: "0a1b2c3d-7557-4b6b-a690-3dcfcbf8ab2e",
    AwsRegion: "us-west-2",
    Priority: 2,
  },
];
const ruleName = "skill-call-prod-16073331111";

test("a SIP media application is created in the stack's Region, for the alias", () => {
  expect(sent("Custom::SipMediaApplication", "Create")).toMatchObject({
    action: "createSipMediaApplication",
    parameters: { AwsRegion: "us-east-1", Name: "skill-call-prod", Endpoints },
    physicalResourceId: { responsePath: "SipMediaApplication.SipMediaApplicationId" },
  });
});

test("an update of a SIP media application goes to the one that is there", () => {
  const update = sent("Custom::SipMediaApplication", "Update");
  expect(update).toMatchObject({
    action: "updateSipMediaApplication",
    physicalResourceId: { responsePath: "SipMediaApplication.SipMediaApplicationId" },
  });
  expect(update?.parameters).toEqual({
    SipMediaApplicationId: ownId,
    Name: "skill-call-prod",
    Endpoints,
  });
});

test("a SIP media application that is gone already counts as deleted", () => {
  const deletion = sent("Custom::SipMediaApplication", "Delete");
  expect(deletion).toMatchObject({
    action: "deleteSipMediaApplication",
    ignoreErrorCodesMatching: "NotFoundException",
  });
  expect(deletion?.parameters).toEqual({ SipMediaApplicationId: ownId });
});

test("a SIP rule is created enabled, for the number, its applications in order of priority", () => {
  expect(sent("Custom::SipRule", "Create")?.parameters).toEqual({
    Name: ruleName,
    TriggerType: "ToPhoneNumber",
    TriggerValue: "+16073331111",
    Disabled: false,
    TargetApplications,
  });
});

test("an update of a SIP rule changes the one that is there, and leaves its number alone", () => {
  const update = sent("Custom::SipRule", "Update");
  expect(update?.action).toBe("updateSipRule");
  expect(update?.parameters).toEqual({
    SipRuleId: ownId,
    Name: ruleName,
    Disabled: false,
    TargetApplications,
  });
});

test("a SIP rule is disabled, then deleted", () => {
  const disabling = sent("Custom::SipRuleDisabledBeforeDelete", "Delete");
  expect(disabling).toMatchObject({
    action: "updateSipRule",
    ignoreErrorCodesMatching: "NotFoundException",
  });
  // The reference to the rule makes CloudFormation run this before the rule's own deletion.
  expect(disabling?.parameters).toEqual({
    SipRuleId: expect.stringMatching(/^<SipRuleRule16073331111.*SipRule\.SipRuleId>$/),
    Name: ruleName,
    Disabled: true,
  });
  expect(sent("Custom::SipRule", "Delete")).toMatchObject({
    action: "deleteSipRule",
    parameters: { SipRuleId: ownId },
    ignoreErrorCodesMatching: "NotFoundException",
  });
});

test("disabling does nothing as long as the rule stays", () => {
  expect(sent("Custom::SipRuleDisabledBeforeDelete", "Create")).toBeUndefined();
  expect(sent("Custom::SipRuleDisabledBeforeDelete", "Update")).toBeUndefined();
});

test("no answer of the API is logged: it holds numbers", () => {
  const resources = Object.values(template.toJSON().Resources) as {
    Type: string;
    Properties: Record<string, unknown>;
  }[];
  const payloads = resources
    .filter(({ Type }) => Type.startsWith("Custom::"))
    .flatMap(({ Properties: { Create, Update, Delete } }) => [Create, Update, Delete])
    .filter((payload) => payload !== undefined);
  expect(payloads.map((payload) => JSON.parse(plainText(payload)).logApiResponseData)).toEqual(
    payloads.map(() => false),
  );
});
