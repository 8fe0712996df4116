import { afterEach, expect, test } from "@jest/globals";
import { fakePhoneNetwork } from "./testing/fake-phone-network.ts";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { ask, response } from "./testing/responses.ts";
import { callApi, communicationBody } from "./testing/skill-http.ts";
import { skillClientId, TestAlexas } from "./testing/test-alexas.ts";
import type { SkillCall, Turn } from "./turn.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

async function startCall(received: ReceivedRequest): Promise<void> {
  await callApi(received, "POST", "/v1/communications/session", { body: communicationBody() });
}

/** Starts the call of the guide, and says so. */
async function calling(received: ReceivedRequest): Promise<object> {
  await startCall(received);
  return response({ speech: "I'm calling now.", shouldEndSession: true });
}

function callOf({ calls }: Turn): SkillCall {
  const [call] = calls;
  if (call?.kind !== "skill-call") throw new Error("There is no call.");
  return call;
}

test("a started session becomes the INVITE of the guide", async () => {
  const { alexa, network } = await alexas.start(calling);
  await alexa.say("open anna's pizza");
  expect(network.invites).toEqual([
    {
      from: "+12045551111",
      to: "+16073331111",
      skillClientId,
      headers: {
        "User-to-User":
          "6373693d64623739323233332d386466332d343136632d386438302d613730303338373437623734;encoding=hex",
        "X-Alexa-LWA-ClientId": skillClientId,
      },
    },
  ]);
});

test("the device calls after it has spoken", async () => {
  const { alexa, story } = await alexas.start(calling);
  await alexa.say("open anna's pizza");
  const kinds = story.map(({ kind }) => kind);
  expect(kinds.indexOf("alexa.call")).toBeGreaterThan(kinds.indexOf("alexa.speech"));
});

test("the turn holds the call, and how it went", async () => {
  const { alexa } = await alexas.start(calling);
  const turn = await alexa.say("open anna's pizza");
  expect(turn.speech).toBe("I'm calling now.");
  expect(callOf(turn).clientSessionId).toBe("db792233-8df3-416c-8d80-a70038747b74");
  expect(await callOf(turn).outcome).toEqual({ kind: "answered" });
});

test.each([
  { type: "refused", sipCode: 403, reason: "Forbidden" },
  { type: "ended", by: "service" },
] as const)(
  "a call that is $type: the device says that the contact is not available",
  async (end) => {
    const network = fakePhoneNetwork();
    const { alexa, story } = await alexas.start(calling, { network });
    const turn = await alexa.say("open anna's pizza");
    network.happen({ type: "ringing" });
    network.happen(end);
    expect(await callOf(turn).outcome).toMatchObject({
      kind: "not-available",
      speech: { by: "alexa", text: "Sorry, that contact is not available." },
    });
    expect(story.at(-1)).toMatchObject({
      kind: "alexa.speech",
      label: "“Sorry, that contact is not available.”",
    });
  },
);

test("an SMA that refuses at once is told too", async () => {
  const network = fakePhoneNetwork({ type: "refused", sipCode: 403, reason: "Forbidden" });
  const { alexa } = await alexas.start(calling, { network });
  const turn = await alexa.say("open anna's pizza");
  expect(await callOf(turn).outcome).toMatchObject({ kind: "not-available" });
});

test("a call that ends after it was answered was available", async () => {
  const network = fakePhoneNetwork({ type: "answered" }, { type: "ended", by: "caller" });
  const { alexa } = await alexas.start(calling, { network });
  expect(await callOf(await alexa.say("open anna's pizza")).outcome).toEqual({ kind: "answered" });
});

test("the call ends the session, though the skill left it open", async () => {
  const { alexa } = await alexas.start(async (received) => {
    await startCall(received);
    return ask("I'm calling now.");
  });
  expect((await alexa.say("open anna's pizza")).sessionOpen).toBe(false);
});

test("a call that was accepted is placed even if the skill fails afterwards", async () => {
  const { alexa, network } = await alexas.start(async (received) => {
    if (received.request.type === "LaunchRequest") await startCall(received);
    return "boom";
  });
  const turn = await alexa.say("open anna's pizza");
  expect(turn.speech).toBe("There was a problem with the requested skill's response.");
  expect(network.invites).toHaveLength(1);
});

test("a skill that starts two calls rings twice: the turn shows both", async () => {
  const { alexa, network } = await alexas.start(async (received) => {
    for (const id of ["one", "two"])
      await callApi(received, "POST", "/v1/communications/session", {
        body: communicationBody(id),
      });
    return response({ speech: "Oops." });
  });
  const turn = await alexa.say("open anna's pizza");
  expect(turn.calls.map(({ clientSessionId }) => clientSessionId)).toEqual(["one", "two"]);
  expect(network.invites).toHaveLength(2);
});

test("a refused session places no call", async () => {
  const { alexa, network } = await alexas.start(calling, { region: "EU" });
  const turn = await alexa.say("open anna's pizza");
  expect(turn.calls).toEqual([]);
  expect(network.invites).toEqual([]);
});

test("in a property the call reaches the property's own telephone system", async () => {
  const smartProperty = {
    unitId: "unit",
    persistentUnitId: "persistent-unit",
    profileId: "profile",
    lwaAccessToken: "lwa",
  };
  const provider = "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002";
  const body = {
    participants: [
      {
        id: { type: "COMMUNICATION_PROFILE_ID", value: "profile" },
        communicationProviderId: provider,
        endpointId: "amzn1.ask.device.EMULATED",
        isOriginator: true,
      },
      { id: { type: "RAW_ADDRESS", value: "4711" }, communicationProviderId: provider },
    ],
    clientContext: { clientSessionId: "session" },
  };
  const { alexa, skill, network } = await alexas.start(
    async (received) => {
      await callApi(received, "POST", "/v1/communications/session", { body });
      return response({ speech: "Calling the front desk." });
    },
    { smartProperty },
  );
  const turn = await alexa.say("open anna's pizza");
  expect(turn.calls).toEqual([
    { kind: "property-call", clientSessionId: "session", extension: "4711" },
  ]);
  expect(network.invites).toEqual([]);
  expect(skill.received[0]?.context.System.unit).toEqual({
    unitId: "unit",
    persistentUnitId: "persistent-unit",
  });
});
