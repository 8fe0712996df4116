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

const applicationId = expect.stringMatching(/^<SipMediaApplication[^.]*Created[^.]*>$/);
const ruleId = expect.stringMatching(/^<SipRuleRule16073331111Created[^.]*>$/);
const Endpoints = [{ LambdaArn: expect.stringMatching(/^<Live/) }];
const here = { SipMediaApplicationId: applicationId, AwsRegion: "us-east-1", Priority: 1 };
const failover = {
  SipMediaApplicationId: "0a1b2c3d-7557-4b6b-a690-3dcfcbf8ab2e",
  AwsRegion: "us-west-2",
  Priority: 2,
};
const ruleName = "skill-call-prod-16073331111";

test("a SIP media application is created in the stack's Region, for the alias", () => {
  expect(sent("Custom::SipMediaApplication", "Create")).toMatchObject({
    action: "createSipMediaApplication",
    parameters: { AwsRegion: "us-east-1", Name: "skill-call-prod", Endpoints },
    physicalResourceId: { responsePath: "SipMediaApplication.SipMediaApplicationId" },
  });
});

test("an update of a SIP media application goes to the one that is there", () => {
  const update = sent("Custom::SipMediaApplicationUpdated", "Update");
  expect(update?.action).toBe("updateSipMediaApplication");
  expect(update?.parameters).toEqual({
    SipMediaApplicationId: applicationId,
    Name: "skill-call-prod",
    Endpoints,
  });
});

test("a SIP media application that is gone already counts as deleted", () => {
  const deletion = sent("Custom::SipMediaApplicationDeleted", "Delete");
  expect(deletion).toMatchObject({
    action: "deleteSipMediaApplication",
    ignoreErrorCodesMatching: "NotFoundException",
  });
  expect(deletion?.parameters).toEqual({ SipMediaApplicationId: applicationId });
});

test("a SIP rule is created for the number, disabled, with the application of this Region", () => {
  expect(sent("Custom::SipRule", "Create")?.parameters).toEqual({
    Name: ruleName,
    TriggerType: "ToPhoneNumber",
    TriggerValue: "+16073331111",
    Disabled: true,
    TargetApplications: [here],
  });
});

test.each(["Create", "Update"] as const)(
  "on %s a SIP rule is enabled, its applications in order of priority, its number left alone",
  (event) => {
    const update = sent("Custom::SipRuleUpdated", event);
    expect(update?.action).toBe("updateSipRule");
    expect(update?.parameters).toEqual({
      SipRuleId: ruleId,
      Name: ruleName,
      Disabled: false,
      TargetApplications: [here, failover],
    });
  },
);

test("a SIP rule is disabled, then deleted", () => {
  const disabling = sent("Custom::SipRuleBeforeDelete", "Delete");
  expect(disabling).toMatchObject({
    action: "updateSipRule",
    ignoreErrorCodesMatching: "NotFoundException",
  });
  expect(disabling?.parameters).toEqual({ SipRuleId: ruleId, Name: ruleName, Disabled: true });
  const deletion = sent("Custom::SipRuleDeleted", "Delete");
  expect(deletion).toMatchObject({
    action: "deleteSipRule",
    ignoreErrorCodesMatching: "NotFoundException",
  });
  expect(deletion?.parameters).toEqual({ SipRuleId: ruleId });
});

test.each([
  ["Custom::SipRuleUpdated", "Custom::SipRuleBeforeDelete"],
  ["Custom::SipRuleBeforeDelete", "Custom::SipRuleDeleted"],
  ["Custom::SipRuleDeleted", "Custom::SipMediaApplicationDeleted"],
  ["Custom::SipMediaApplicationUpdated", "Custom::SipMediaApplicationDeleted"],
])("%s is made after %s, and goes before it", (first, second) => {
  const [resource] = Object.values(template.findResources(first));
  const [id] = Object.keys(template.findResources(second));
  expect(resource?.DependsOn).toContain(id);
});

test("a resource that stands for one call makes no other", () => {
  expect(sent("Custom::SipRule", "Update")).toBeUndefined();
  expect(sent("Custom::SipRule", "Delete")).toBeUndefined();
  expect(sent("Custom::SipRuleUpdated", "Delete")).toBeUndefined();
  expect(sent("Custom::SipRuleDeleted", "Create")).toBeUndefined();
  expect(sent("Custom::SipRuleDeleted", "Update")).toBeUndefined();
});

test("no call goes by a custom resource's own ID: a failed call makes a log stream's name of it", () => {
  expect(JSON.stringify(template.toJSON())).not.toContain("PHYSICAL:RESOURCEID:");
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
