import { expect, test } from "@jest/globals";
import type { Request } from "ask-sdk-model";
import { AlexaSession, confirm, type Move, resumed, startOver, yes } from "../alexa-session.ts";
import { type SkillUnderTest, skillUnderTest } from "../skill-under-test.ts";
import { everything } from "./spoken-in-en-us.ts";

const card = {
  type: "AskForPermissionsConsent",
  permissions: ["alexa::profile:mobile_number:read"],
};

/** A caller who said yes, but whose number the skill may not read yet. */
async function withoutConsent(skill: SkillUnderTest) {
  skill.profileFailures.push("profile.access-denied");
  const session = new AlexaSession({ handler: skill.handler });
  await session.send(everything);
  return { session, asked: await session.send(confirm) };
}

test("without consent Alexa is asked to ask for it, once, and nothing is stored yet", async () => {
  const skill = skillUnderTest();
  const { asked } = await withoutConsent(skill);
  expect(asked.speech).toBe("To place the call, I need your phone number.");
  expect(asked.ends).toBe(false);
  expect(asked.card).toBeUndefined();
  expect(skill.metrics).toEqual([]);
  expect(asked.directives).toEqual([
    {
      type: "Connections.StartConnection",
      uri: "connection://AMAZON.AskForPermissionsConsent/2",
      input: {
        "@type": "AskForPermissionsConsentRequest",
        "@version": "2",
        permissionScopes: [
          { permissionScope: "alexa::profile:mobile_number:read", consentLevel: "ACCOUNT" },
        ],
      },
      onCompletion: "RESUME_SESSION",
      token: JSON.stringify(asked.attributes),
    },
  ]);
  expect(skill.store.records.size).toBe(0);
});

test("with consent the call is placed: the caller had said yes before", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  const reply = await session.send(resumed("ACCEPTED"));
  expect(reply).toMatchObject({
    speech: "Calling Example Support about billing now.",
    ends: true,
  });
  expect(skill.started).toHaveLength(1);
});

test("the token brings the conversation back where the session attributes are lost", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  session.forget();
  await session.send(resumed("ACCEPTED"));
  expect(skill.store.records.get("context-1")).toMatchObject({
    callerName: "Ana",
    accountId: "AB12",
    reason: { id: "billing" },
  });
});

test.each([
  [
    "DENIED",
    "Okay, I won't use your phone number, so I can't place the call. If you change your mind, there's a card in your Alexa app. Once you've allowed it there, say yes and I'll call. Or say: stop.",
  ],
  [
    "NOT_ANSWERED",
    "I didn't hear whether I may use your phone number, so I didn't call. You can allow it on the card in your Alexa app. Once you've allowed it there, say yes and I'll call. Or say: stop.",
  ],
])("the answer %s gets a card and no call, and loses nothing", async (status, speech) => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  expect(await session.send(resumed(status))).toMatchObject({ speech, card, ends: false });
  expect(skill.started).toEqual([]);
  expect(skill.store.records.size).toBe(0);
  await session.send(yes);
  expect(skill.started).toHaveLength(1);
  expect(skill.store.records.get("context-1")).toMatchObject({
    callerName: "Ana",
    accountId: "AB12",
    reason: { id: "billing" },
  });
});

test("who says yes again without having allowed it hears so, and that is the end", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  await session.send(resumed("DENIED"));
  skill.profileFailures.push("profile.access-denied");
  expect(await session.send(yes)).toMatchObject({ card, ends: true, directives: [] });
  expect(skill.started).toEqual([]);
});

test("an answer that nobody knows ends with a card and no call", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  expect(await session.send(resumed("SOMETHING_NEW"))).toMatchObject({
    speech:
      "I may not use your phone number yet. I've sent a card to your Alexa app: please allow it there, then ask me again.",
    card,
    ends: true,
    directives: [],
  });
  expect(skill.started).toEqual([]);
});

test("a connection that failed ends with a card and no call", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  const failed: Move = () =>
    ({
      type: "SessionResumedRequest",
      cause: { type: "ConnectionCompleted", status: { code: "500", message: "no" } },
    }) as unknown as Request;
  expect(await session.send(failed)).toMatchObject({ card, ends: true });
  expect(skill.started).toEqual([]);
});

test("who allowed it and still may not be called gets the card: nobody is asked twice", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  skill.profileFailures.push("profile.access-denied");
  const reply = await session.send(resumed("ACCEPTED"));
  expect(reply).toMatchObject({ card, ends: true, directives: [] });
});

test("nobody is asked twice either after starting over", async () => {
  const skill = skillUnderTest();
  const { session } = await withoutConsent(skill);
  await session.send(startOver);
  await session.send(everything);
  skill.profileFailures.push("profile.access-denied");
  expect(await session.send(yes)).toMatchObject({ card, ends: true, directives: [] });
});

test("a resumed session that brings nothing at all begins with the first question", async () => {
  const { handler } = skillUnderTest();
  const reply = await new AlexaSession({ handler }).send(resumed("ACCEPTED"));
  expect(reply).toMatchObject({ speech: "What's your first name?", ends: false });
});
