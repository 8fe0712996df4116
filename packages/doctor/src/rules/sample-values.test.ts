import { expect, test } from "@jest/globals";
import { changed, soundConfiguration } from "../testing/sample-configuration.ts";
import { sampleValues } from "./sample-values.ts";

const nothing = { environments: {}, dialInNumber: undefined, samplesAllowed: false };

function found(environment: Readonly<Record<string, string>>): string[] {
  const environments = { "sma-handler": environment };
  const configuration = { ...soundConfiguration, ...nothing, environments };
  return [...sampleValues(configuration)].map(({ place }) => place);
}

test.each([
  ["JWT_ISSUER", "https://login.example.com/"],
  ["JWT_ISSUER", "https://EXAMPLE.org"],
  ["AGENT_FRAME_ANCESTORS", "https://desk.acme.test https://crm.acme.com"],
  ["CALL_WEBHOOK", "https://hooks.invalid/x"],
  ["SMA_PHONE_NUMBER", "+12045550150"],
  ["CALLER_ID_NUMBER", "+18005550199"],
  ["CONNECT_QUEUE_ID", "arn:aws:connect:us-east-1:123456789012:instance/1/queue/2"],
  ["CONNECT_INSTANCE_ID", "111122223333"],
  ["SKILL_ID", "amzn1.ask.skill.3ffd8d5f-4a2b-4c6d-8e9f-0a1b2c3d4e5f"],
  ["ALLOWED_SKILL_CLIENT_IDS", "amzn1.application-oa2-client.84ec9912f0be4066be862afaff9d3c48"],
  ["JWT_AUDIENCE", "<your audience>"],
])("%s=%s is the example's", (variable, value) => {
  expect(found({ [variable]: value })).toEqual([variable]);
});

test.each([
  ["JWT_ISSUER", "https://login.example.company.com/"],
  ["JWT_ISSUER", "https://myexample.com"],
  ["JWT_ISSUER", "https://example.com.acme.io"],
  ["JWT_ISSUER", "https://latest.acme.com"],
  ["SMA_PHONE_NUMBER", "+12045551150"],
  ["SMA_PHONE_NUMBER", "+12045550200"],
  ["SMA_PHONE_NUMBER", "+442045550150"],
  ["CONNECT_QUEUE_ID", "arn:aws:connect:us-east-1:987654321098:instance/1/queue/2"],
  ["CALL_CONTEXT_TABLE", "call-contexts"],
  ["HTTP_PROXY", "http://proxy.example.com"],
])("%s=%s is nobody's business", (variable, value) => {
  expect(found({ [variable]: value })).toEqual([]);
});

test("in a document its place is named, and no value is repeated", () => {
  const routes = {
    rules: [{ when: { reason: "billing" }, to: [{ type: "pstn", number: "+12045550110" }] }],
    otherwise: [{ type: "pstn", destinationService: "https://b.example.com/closest" }],
  };
  const sma = { ROUTES: JSON.stringify(routes) };
  const configuration = { ...soundConfiguration, ...nothing, environments: { "sma-handler": sma } };
  const mistakes = [...sampleValues(configuration)];
  expect(mistakes.map(({ place }) => place)).toEqual([
    "ROUTES at rules[0].to[0].number",
    "ROUTES at otherwise[0].destinationService",
  ]);
  expect(JSON.stringify(mistakes)).not.toMatch(/2045550110|b\.example/);
});

test("the number that callers dial is looked at, too", () => {
  const dialInNumber = "+12045550150";
  expect([...sampleValues({ ...soundConfiguration, ...nothing, dialInNumber })]).toEqual([
    { place: "sma.phoneNumber", problem: expect.stringContaining("555-0100 to 555-0199") },
  ]);
});

test("of the example itself there is nothing to say", () => {
  expect([...sampleValues(changed({ samplesAllowed: true }))]).toEqual([]);
});
