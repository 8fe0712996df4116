import { expect, test } from "@jest/globals";
import { AlexaSession, intent, launch, type Move, say } from "../alexa-session.ts";
import { skillUnderTest } from "../skill-under-test.ts";

const nothingWorks = (): never => {
  throw new Error("out of order");
};

test.each([
  ["EmergencyIntent", intent("EmergencyIntent")],
  ["CrisisIntent", intent("CrisisIntent")],
  ["a slot", say({ reason: "the police" })],
])("an emergency in %s is answered with everything else out of order", async (_, move) => {
  const { handler, logged } = skillUnderTest({
    store: { create: nothingWorks, get: nothingWorks, advance: nothingWorks },
    fetchCallerNumber: nothingWorks,
    within: nothingWorks,
    clock: nothingWorks,
    measure: nothingWorks,
    starterIs: { check: nothingWorks, start: nothingWorks },
  });
  const reply = await new AlexaSession({
    handler,
    system: { device: undefined, apiAccessToken: undefined, apiEndpoint: undefined },
  }).send(move);
  expect(reply.speech).toContain("dial 911");
  expect(reply.ends).toBe(true);
  expect(logged()).not.toContain("unexpected");
});

test.each([
  null,
  {},
  { reason: null },
  { reason: { name: "reason", slotValue: { type: "List" } } },
])("slots such as %j are no emergency, and no mistake", async (slots) => {
  const { handler, logged } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(launch);
  const move = () => ({
    type: "IntentRequest",
    intent: { name: "OtherIntent", confirmationStatus: "NONE", slots },
  });
  // Alexa sends what its types do not allow.
  const reply = await session.send(move as unknown as Move);
  expect(reply.speech).toContain("What's your first name?");
  expect(logged()).not.toContain("unexpected");
});

test("an emergency is heard in any slot, also in a list of values", async () => {
  const { handler } = skillUnderTest();
  const values = ["billing", "an ambulance"].map((value) => ({ type: "Simple" as const, value }));
  const reply = await new AlexaSession({ handler }).send(() => ({
    type: "IntentRequest",
    intent: {
      name: "OtherIntent",
      confirmationStatus: "NONE",
      slots: {
        topic: {
          name: "topic",
          confirmationStatus: "NONE",
          slotValue: { type: "List", values },
        },
      },
    },
  }));
  expect(reply).toMatchObject({ ends: true, speech: expect.stringContaining("dial 911") });
});

test("what was said about an emergency is in no log and no trace", async () => {
  const { handler, logged, annotations } = skillUnderTest();
  const session = new AlexaSession({ handler });
  await session.send(say({ reason: "smoke and my husband zebulon is choking" }));
  await session.send(say({ callerName: "zebulon needs an ambulance" }));
  expect(logged() + JSON.stringify(annotations)).not.toMatch(/smoke|zebulon|choking|ambulance/);
});
