import { expect, test } from "@jest/globals";
import type { ResponseEnvelope } from "ask-sdk-model";
import { createSkillCallStarter } from "../src/calls/starters/skill-call.ts";
import { spokenOf } from "../src/testing/spoken-of.ts";
import { AlexaSession, confirm, say } from "./alexa-session.ts";
import { everything } from "./conversations/spoken-in-en-us.ts";
import { skillUnderTest } from "./skill-under-test.ts";

const ours = "amzn1.ask.skill.ours";
const welcome =
  "Welcome to Example Support. A few short questions, and I'll call us for you. What's your first name?";

function envelope(request: object, system: object = {}, skillId = ours) {
  return {
    version: "1.0",
    context: { System: { application: { applicationId: skillId }, ...system } },
    request: { requestId: "r", timestamp: "2026-01-01T00:00:00Z", locale: "en-US", ...request },
  };
}

function callIntent(slots: unknown) {
  return {
    type: "IntentRequest",
    intent: { name: "CallIntent", confirmationStatus: "NONE", slots },
  };
}

function speechOf({ response }: ResponseEnvelope): string {
  const { outputSpeech } = response;
  return outputSpeech?.type === "SSML" ? spokenOf(outputSpeech.ssml) : "";
}

const matched = {
  resolutionsPerAuthority: [
    { authority: "a", status: { code: "ER_SUCCESS_NO_MATCH" } },
    {
      authority: "b",
      status: { code: "ER_SUCCESS_MATCH" },
      values: [{ value: { name: "billing", id: "billing" } }],
    },
  ],
};
function unresolved(value: string, code: string) {
  const resolutions = { resolutionsPerAuthority: [{ authority: "a", status: { code } }] };
  return { reason: { name: "reason", value, resolutions } };
}

const simple = (value: string, more = {}) => ({ type: "Simple", value, ...more });

test.each<[string, unknown, Record<string, unknown>]>([
  ["none", undefined, {}],
  ["null", null, {}],
  ["empty", {}, {}],
  ["a slot of null", { reason: null }, {}],
  ["a name only", { callerName: { name: "callerName", value: "ana" } }, { callerName: "Ana" }],
  ["a value that was not made out", { callerName: { name: "callerName", value: "?" } }, {}],
  [
    "resolutions of null",
    {
      reason: { name: "reason", value: "billing", resolutions: { resolutionsPerAuthority: null } },
    },
    { reason: { id: "billing" } },
  ],
  [
    "a match without values",
    {
      reason: {
        name: "reason",
        value: "billing",
        resolutions: { resolutionsPerAuthority: [{ status: { code: "ER_SUCCESS_MATCH" } }, {}] },
      },
    },
    { reason: { id: "billing" } },
  ],
  ...["ER_ERROR_EXCEPTION", "ER_ERROR_TIMEOUT"].flatMap(
    (code): [string, unknown, Record<string, unknown>][] => [
      [
        `${code} for a word of the form`,
        unresolved("My Invoice", code),
        { reason: { id: "billing" } },
      ],
      [`${code} for another word`, unresolved("my dog", code), { reasonSaid: "my dog" }],
    ],
  ),
  [
    "several authorities",
    { reason: { name: "reason", value: "billing", resolutions: matched } },
    { reason: { id: "billing" } },
  ],
  [
    "a slotValue",
    { reason: { name: "reason", slotValue: simple("billing", { resolutions: matched }) } },
    { reason: { id: "billing" } },
  ],
  [
    "a slotValue that is a list",
    {
      reason: {
        name: "reason",
        slotValue: {
          type: "List",
          values: [simple("billing", { resolutions: matched }), simple("my order")],
        },
      },
    },
    { reason: { id: "billing" } },
  ],
  ["a list of nothing", { reason: { name: "reason", slotValue: { type: "List" } } }, {}],
  [
    "a list of names",
    { callerName: { slotValue: { type: "List", values: [simple("ana"), simple("bo")] } } },
    { callerName: "Ana" },
  ],
])("slots with %s are read", async (_, slots, known) => {
  const { handler, logged } = skillUnderTest();
  const session = { new: true, sessionId: "s", application: {}, user: {} };
  const answer = await handler({ ...envelope(callIntent(slots)), session });
  expect(answer.sessionAttributes).toMatchObject(known);
  expect(answer.response.shouldEndSession).toBe(false);
  expect(logged()).not.toContain("unexpected");
});

test.each([
  "AlexaSkillEvent.SkillEnabled",
  "AlexaSkillEvent.SkillDisabled",
  "AlexaSkillEvent.SkillPermissionChanged",
  "AudioPlayer.PlaybackStarted",
  "Alexa.Presentation.APL.UserEvent",
  "Messaging.MessageReceived",
  "SessionEndedRequest",
  "Something.Alexa.MayInvent",
])("%s is answered silently, whoever's it is", async (type) => {
  const { handler, logged } = skillUnderTest({ skillId: ours });
  for (const skillId of [ours, "amzn1.ask.skill.other"]) {
    expect((await handler(envelope({ type }, {}, skillId))).response).toEqual({});
  }
  expect(logged()).not.toContain("unexpected");
});

const reasonSlot = { name: "reason", value: "my bill", resolutions: matched };

test.each<[string, object, object]>([
  [
    "a reason that is known",
    { name: "CallIntent", slots: { reason: reasonSlot } },
    { canFulfill: "YES", slots: { reason: { canUnderstand: "YES", canFulfill: "YES" } } },
  ],
  [
    "a reason that is not",
    { name: "CallIntent", slots: { reason: { name: "reason", value: "my cat" } } },
    { canFulfill: "MAYBE", slots: { reason: { canUnderstand: "MAYBE", canFulfill: "YES" } } },
  ],
  [
    "a slot that it has not",
    { name: "CallIntent", slots: { city: { name: "city", value: "Rome" } } },
    { canFulfill: "MAYBE", slots: { city: { canUnderstand: "NO", canFulfill: "NO" } } },
  ],
  ["no slots", { name: "CallIntent", slots: null }, { canFulfill: "YES", slots: {} }],
  ["another intent", { name: "WeatherIntent", slots: {} }, { canFulfill: "NO" }],
  ["the emergency intent", { name: "EmergencyIntent" }, { canFulfill: "NO" }],
  [
    "an emergency",
    { name: "CallIntent", slots: { reason: { name: "reason", value: "an ambulance" } } },
    { canFulfill: "NO" },
  ],
])("whether it can help with %s, the skill says silently", async (_, intent, canFulfillIntent) => {
  const { handler, logged } = skillUnderTest();
  const { response } = await handler(envelope({ type: "CanFulfillIntentRequest", intent }));
  expect(response).toEqual({ canFulfillIntent });
  expect(logged()).not.toContain("unexpected");
});

test("what another skill can do is not ours to say", async () => {
  const { handler } = skillUnderTest({ skillId: ours });
  const request = { type: "CanFulfillIntentRequest", intent: { name: "CallIntent", slots: {} } };
  const { response } = await handler(envelope(request, {}, "amzn1.ask.skill.other"));
  expect(response).toEqual({ canFulfillIntent: { canFulfill: "NO" } });
});

const outside =
  "I can call only from Alexa accounts in North America. Please dial us from a phone.";

test.each([
  ["https://api.amazonalexa.com", welcome],
  ["https://api.eu.amazonalexa.com", outside],
  ["https://api.fe.amazonalexa.com", outside],
  ["https://example.com", welcome],
  [undefined, welcome],
])("at %s a launch is answered before anything is asked", async (apiEndpoint, speech) => {
  const { check } = createSkillCallStarter({ send: fail, smaPhoneNumber: "+16073331111" });
  const { handler } = skillUnderTest({ starterIs: { check } });
  const answer = await handler(envelope({ type: "LaunchRequest" }, { apiEndpoint }));
  expect(speechOf(answer)).toBe(speech);
  expect(answer.response.shouldEndSession).toBe(speech === outside);
});

test("in another region a one-shot is answered so, too, and an emergency all the same", async () => {
  const { check } = createSkillCallStarter({ send: fail, smaPhoneNumber: "+16073331111" });
  const { handler, store } = skillUnderTest({ starterIs: { check } });
  const system = { apiEndpoint: "https://api.eu.amazonalexa.com" };
  const reply = await new AlexaSession({ handler, system }).send(everything);
  expect(reply).toMatchObject({ speech: outside, ends: true, attributes: {} });
  const urgent = await new AlexaSession({ handler, system }).send(say({ reason: "a fire" }));
  expect(urgent.speech).toContain("dial 911");
  expect(store.records.size).toBe(0);
});

function fail(): never {
  throw new Error("nothing may be sent");
}

test.each([
  ["ACCEPTED", "Calling Example Support about billing now.", true],
  [
    "DENIED",
    "Okay, I won't use your phone number, so I can't place the call. If you change your mind, there's a card in your Alexa app. Once you've allowed it there, say yes and I'll call. Or say: stop.",
    false,
  ],
  [
    "NOT_ANSWERED",
    "I didn't hear whether I may use your phone number, so I didn't call. You can allow it on the card in your Alexa app. Once you've allowed it there, say yes and I'll call. Or say: stop.",
    false,
  ],
])("consent that comes back %s as a Connections.Response counts", async (status, speech, ends) => {
  const skill = skillUnderTest();
  skill.profileFailures.push("profile.access-denied");
  const session = new AlexaSession({ handler: skill.handler });
  await session.send(everything);
  await session.send(confirm);
  const response = {
    type: "Connections.Response" as const,
    name: "AskFor",
    status: { code: "200", message: "OK" },
    token: "",
    payload: { status },
  };
  expect(await session.send(() => response)).toMatchObject({ speech, ends });
});

test("consent without a conversation is followed by the first question", async () => {
  const { handler } = skillUnderTest();
  const request = { type: "Connections.Response", name: "AskFor", payload: { status: "ACCEPTED" } };
  expect(speechOf(await handler(envelope(request)))).toBe("What's your first name?");
});
