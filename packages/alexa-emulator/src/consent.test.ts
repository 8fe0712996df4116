import { afterEach, expect, test } from "@jest/globals";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { ask, response } from "./testing/responses.ts";
import { callApi } from "./testing/skill-http.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const startConnection = {
  type: "Connections.StartConnection",
  uri: "connection://AMAZON.AskForPermissionsConsent/2",
  input: {
    "@type": "AskForPermissionsConsentRequest",
    "@version": "2",
    permissionScopes: [
      { permissionScope: "alexa::profile:mobile_number:read", consentLevel: "ACCOUNT" },
    ],
  },
  token: "resume-here",
};

/** Asks for the mobile number, then says how that went. */
function needy({ request }: ReceivedRequest): object {
  const attributes = { asked: true };
  return request.type === "SessionResumedRequest"
    ? ask("Back again.", { attributes })
    : response({ speech: "I need your number.", attributes, directives: [startConnection] });
}

test("Alexa asks for the permission in her own words, and waits", async () => {
  const { alexa } = await alexas.start(needy);
  const turn = await alexa.say("open anna's pizza");
  expect(turn.said).toMatchObject([
    { by: "skill", text: "I need your number." },
    {
      by: "alexa",
      text: "Do you give Anna's Pizza permission to access your mobile number? You can say I approve or no.",
    },
  ]);
  expect(turn.sessionOpen).toBe(true);
});

test.each([
  ["I approve", "ACCEPTED", "Thank you."],
  ["yes", "ACCEPTED", "Thank you."],
  ["no", "DENIED", "OK. You can change this at any time in the Alexa app."],
])("%p is %s, and the skill gets its session back", async (answer, status, reply) => {
  const { alexa, skill } = await alexas.start(needy);
  await alexa.say("open anna's pizza");
  const turn = await alexa.say(answer);
  expect(turn.speech).toBe(`${reply} Back again.`.trim());
  expect(skill.received[1]).toMatchObject({
    session: { new: false, attributes: { asked: true } },
    request: {
      type: "SessionResumedRequest",
      cause: {
        type: "ConnectionCompleted",
        token: "resume-here",
        status: { code: "200", message: "OK" },
        result: { status },
      },
    },
  });
  expect(skill.received[1]?.session?.sessionId).toBe(skill.received[0]?.session?.sessionId);
});

test("Alexa asks again where the answer is not clear, and gives up where it is not clear again", async () => {
  const { alexa, skill } = await alexas.start(needy);
  await alexa.say("open anna's pizza");
  const again = await alexa.say("what?");
  expect(again).toMatchObject({
    speech: "Sorry, I did not get that. You can say I approve or no.",
    sessionOpen: true,
    exchanges: [],
  });
  expect((await alexa.say("who?")).speech).toBe("Back again.");
  expect(skill.received[1]?.request.cause).toMatchObject({ result: { status: "NOT_ANSWERED" } });
});

test("the second answer counts where it is clear", async () => {
  const { alexa, skill } = await alexas.start(needy);
  await alexa.say("open anna's pizza");
  await alexa.say("what?");
  await alexa.say("Alexa, I approve");
  expect(skill.received[1]?.request.cause).toMatchObject({ result: { status: "ACCEPTED" } });
});

test("silence is NOT_ANSWERED", async () => {
  const { alexa, skill } = await alexas.start(needy);
  await alexa.say("open anna's pizza");
  await alexa.silence();
  expect(skill.received[1]?.request.cause).toMatchObject({ result: { status: "NOT_ANSWERED" } });
});

test.each(["ACCEPTED", "DENIED", "NOT_ANSWERED"] as const)(
  "a scripted %s answers in the same turn",
  async (consent) => {
    const { alexa, skill } = await alexas.start(needy, { consent });
    const turn = await alexa.say("open anna's pizza");
    expect(turn.speech).toMatch(/^I need your number\. Do you give .* Back again\.$/);
    expect(skill.received[1]?.request.cause).toMatchObject({ result: { status: consent } });
  },
);

test.each([
  ["ACCEPTED", 200],
  ["DENIED", 403],
] as const)("after %s the profile API answers %i", async (consent, expected) => {
  const { alexa, skill } = await alexas.start(needy, { consent });
  await alexa.say("open anna's pizza");
  const [first] = skill.received;
  const { status } = await callApi(
    first as ReceivedRequest,
    "GET",
    "/v2/accounts/~current/settings/Profile.mobileNumber",
  );
  expect(status).toBe(expected);
});

test("Spanish and French callers are asked in their language", async () => {
  const model = {
    interactionModel: { languageModel: { invocationName: "mi tienda", intents: [{ name: "A" }] } },
  };
  const spanish = await alexas.start(needy, { model, locale: "es-US", skillName: "Mi Tienda" });
  expect((await spanish.alexa.say("abre mi tienda")).speech).toContain(
    "¿Le das permiso a Mi Tienda para acceder a tu número de celular?",
  );
  expect((await spanish.alexa.say("lo apruebo")).speech).toBe("Gracias. Back again.");
  const french = await alexas.start(needy, { model, locale: "fr-CA" });
  expect((await french.alexa.say("ouvre mi tienda")).speech).toContain(
    "votre numéro de cellulaire",
  );
  expect((await french.alexa.say("j'accepte")).speech).toBe("Merci. Back again.");
});

test.each([
  [{ ...startConnection, uri: "connection://AMAZON.AskForPermissionsConsent/1" }, /uri/],
  [
    { ...startConnection, input: { ...startConnection.input, permissionScopes: [] } },
    /permissionScopes/,
  ],
])("a wrong request for permissions is refused", async (directive, problem) => {
  const { alexa } = await alexas.start(() => response({ directives: [directive] }));
  const turn = await alexa.say("open anna's pizza");
  expect(turn.exchanges[0]?.problem).toMatch(problem);
});

test("a card asks for permissions in the Alexa app", async () => {
  const card = {
    type: "AskForPermissionsConsent",
    permissions: ["alexa::profile:mobile_number:read"],
  };
  const { alexa } = await alexas.start(() => response({ speech: "See the app.", card }));
  expect((await alexa.say("open anna's pizza")).cards).toEqual([card]);
});

test("a skill that asks again and again is stopped", async () => {
  const { alexa } = await alexas.start(() => response({ directives: [startConnection] }), {
    consent: "DENIED",
  });
  const turn = await alexa.say("open anna's pizza");
  expect(turn.sessionEnded).toMatchObject({
    reason: "ERROR",
    error: { message: "the skill was asked 10 times without a question" },
  });
});
