import { describe, expect, test } from "@jest/globals";
import { createFakeLambda } from "@skill-call/lambda-runner/testing";
import type { Configuration } from "./configuration.ts";
import { routeInvite } from "./routing.ts";

const lambda = createFakeLambda(() => null);
const skill = "amzn1.application-oa2-client.0123456789abcdef0123456789abcdef";

const configuration: Configuration = {
  awsAccountId: "123456789012",
  numbers: [
    { number: "+16073331111", productType: "SipMediaApplicationDialIn" },
    { number: "+16073332222", productType: "SipMediaApplicationDialIn" },
    { number: "+16073333333", productType: "SipMediaApplicationDialIn" },
    { number: "+16073334444", productType: "SipMediaApplicationDialIn" },
    { number: "+16073335555", productType: "VoiceConnector" },
  ],
  sipRules: [
    {
      id: "rule-1",
      toPhoneNumber: "+16073331111",
      targets: [
        { sipMediaApplicationId: "west", priority: 2 },
        { sipMediaApplicationId: "east", priority: 1 },
      ],
    },
    {
      id: "rule-2",
      toPhoneNumber: "+16073332222",
      disabled: true,
      targets: [{ sipMediaApplicationId: "east", priority: 1 }],
    },
    {
      id: "rule-3",
      toPhoneNumber: "+16073333333",
      targets: [{ sipMediaApplicationId: "nowhere", priority: 1 }],
    },
  ],
  sipMediaApplications: [
    { id: "west", awsRegion: "us-west-2", lambda, allowedSkills: [skill] },
    { id: "east", awsRegion: "us-east-1", lambda },
  ],
};

const caller = { from: "+12045551111", headers: {} };

test("a call goes to the applications of its SIP rule, in the order of their priority", () => {
  const route = routeInvite(configuration, { ...caller, to: "+16073331111" });
  expect(route).toMatchObject({ type: "routed", sipRuleId: "rule-1" });
  expect(route.type === "routed" && route.applications.map(({ id }) => id)).toEqual([
    "east",
    "west",
  ]);
});

test("a skill call goes only to the applications that allow the skill", () => {
  const route = routeInvite(configuration, {
    ...caller,
    to: "+16073331111",
    skillClientId: skill,
  });
  expect(route.type === "routed" && route.applications.map(({ id }) => id)).toEqual(["west"]);
});

describe("a call is refused", () => {
  test.each([
    ["to a number that is not the account's", "+19995550100", 404, /not one of the account's/],
    ["to a number of another product", "+16073335555", 404, /product type is VoiceConnector/],
    ["without a SIP rule", "+16073334444", 404, /No enabled SIP rule/],
    ["when the SIP rule is disabled", "+16073332222", 404, /No enabled SIP rule/],
    ["when the rule's application is not there", "+16073333333", 404, /names no application/],
  ])("%s", (_why, to, sipCode, reason) => {
    expect(routeInvite(configuration, { ...caller, to })).toEqual({
      type: "refused",
      sipCode,
      reason: expect.stringMatching(reason),
    });
  });

  test("when no application allows the skill", () => {
    const route = routeInvite(configuration, {
      ...caller,
      to: "+16073331111",
      skillClientId: "amzn1.application-oa2-client.another",
    });
    expect(route).toMatchObject({ type: "refused", sipCode: 403 });
  });
});
