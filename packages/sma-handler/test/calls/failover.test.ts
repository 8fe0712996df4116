import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import type { WireAction } from "../support/phone-line.ts";
import {
  branchOffice,
  closestBranch,
  contactCentre,
  meetingRoom,
  sampleConfig,
  secondContactCentre,
} from "../support/sample-config.ts";

function calledUri([action]: readonly WireAction[]): unknown {
  const [endpoint] = (action?.Parameters.Endpoints ?? []) as readonly { Uri: string }[];
  return endpoint?.Uri;
}

const brokenService = async () => {
  throw new Error("down");
};

test("destinations are tried in order until one answers", async () => {
  const billing = [contactCentre, secondContactCentre, closestBranch, branchOffice];
  const desk = new Desk(sampleConfig({ billing }));
  const line = desk.skillCall(await desk.stored());
  expect(calledUri(await line.incoming())).toBe("billing");
  expect(calledUri(await line.failed("CallAndBridge"))).toBe("overflow");
  expect(calledUri(await line.failed("CallAndBridge", "SystemException"))).toBe("+12045550130");
  expect(calledUri(await line.failed("CallAndBridge"))).toBe(branchOffice.number);
  expect(await line.succeeded("CallAndBridge")).toEqual([]);
  expect(await line.hungUp("LEG-B")).toEqual([{ Type: "Hangup", Parameters: { CallId: "leg-a" } }]);
});

test("after the last one comes an apology in the caller's language, and the end of the call", async () => {
  const desk = new Desk();
  const contextId = await desk.stored({ locale: "es-US" });
  const line = desk.skillCall(contextId);
  await line.incoming();
  expect(await line.failed("CallAndBridge")).toEqual([
    {
      Type: "Speak",
      Parameters: {
        Text: expect.stringContaining("Lo sentimos"),
        CallId: "leg-a",
        LanguageCode: "es-US",
        VoiceId: "Lupe",
      },
    },
    { Type: "Hangup", Parameters: { CallId: "leg-a" } },
  ]);
  expect(await line.succeeded("Hangup")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("an apology that cannot be spoken still ends in a hang-up", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("CallAndBridge");
  expect(await line.failed("Speak", "SystemException")).toEqual([
    { Type: "Hangup", Parameters: { CallId: "leg-a" } },
  ]);
});

test("a hang-up that fails is tried once more, also after an apology that could not be spoken", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("CallAndBridge");
  await line.failed("Speak", "SystemException");
  expect(await line.failed("Hangup", "SystemException")).toEqual([
    { Type: "Hangup", Parameters: { CallId: "leg-a" } },
  ]);
});

test("the hang-up of a destination that failed comes late: the attempt at the next one goes on", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.addLegB();
  line.setStatus("LEG-B", "Disconnected");
  await line.failed("CallAndBridge");
  expect(await line.hungUp("LEG-B")).toEqual([]);
  expect(await line.succeeded("JoinChimeMeeting")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([]);
});

test("a hang-up that fails again and again is not asked for without end", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("CallAndBridge");
  const answers = [];
  for (let failure = 0; failure < 5; failure += 1) {
    answers.push(await line.failed("Hangup", "SystemException"));
  }
  expect(answers.filter((actions) => actions.length > 0)).toHaveLength(1);
});

test("a destination service that is down costs the caller nothing but the next destination", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, contactCentre] }));
  desk.ports.pickNumber = brokenService;
  expect(calledUri(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
  expect(desk.logged("destination.failed")).toMatchObject([{ destination: 0, type: "pstn" }]);
});

test("a number that no phone has is skipped", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, contactCentre] }));
  desk.ports.pickNumber = async () => "555-0130";
  expect(calledUri(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
  expect(desk.logged("destination.failed")).toMatchObject([
    { error: "sma-handler.destination-service" },
  ]);
});

test("a meetings API that is down costs the caller nothing but the next destination", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
  desk.ports.meetings.createMeeting = brokenService;
  expect(calledUri(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
});

test("with every service down the caller is told so at once", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, meetingRoom] }));
  desk.ports.pickNumber = brokenService;
  desk.ports.meetings.createMeeting = brokenService;
  const actions = await desk.skillCall(await desk.stored()).incoming();
  expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
});

test("a failure that comes after the caller has left calls nobody", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, secondContactCentre] }));
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.setStatus("LEG-A", "Disconnected");
  expect(await line.failed("CallAndBridge")).toEqual([]);
  expect(await line.hungUp("LEG-A")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
  expect(desk.storeUses).toEqual(["claim", "advance failed"]);
});

test("a bridge that comes about as the caller leaves is let go of, and counts as a call", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.addLegB();
  line.setStatus("LEG-A", "Disconnected");
  const event = { ActionData: { Type: "CallAndBridge", Parameters: {} } };
  expect(await line.event("ACTION_SUCCESSFUL", event)).toEqual([
    { Type: "Hangup", Parameters: { CallId: "leg-b" } },
  ]);
  await line.hungUp("LEG-A");
  expect(await line.hungUp("LEG-B")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("ended");
});

test("a destination that refuses keeps the caller on the line for the next one", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, secondContactCentre] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.addLegB();
  expect(await line.hungUp("LEG-B", 486)).toEqual([]);
  expect(calledUri(await line.failed("CallAndBridge"))).toBe("overflow");
});

test("the late hang-up of a leg of an earlier attempt does not end the talk", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, secondContactCentre] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.addLegB("leg-b-1");
  line.setStatus("LEG-B", "Disconnected");
  await line.failed("CallAndBridge");
  await line.succeeded("CallAndBridge");
  const late = {
    ActionData: { Type: "Hangup", Parameters: { CallId: "leg-b-1", ParticipantTag: "LEG-B" } },
  };
  expect(await line.event("HANGUP", late)).toEqual([]);
});

test("an apology under way is finished when a late hang-up comes in", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.addLegB();
  await line.failed("CallAndBridge");
  expect(await line.hungUp("LEG-B", 480)).toEqual([]);
});

test("routes that were changed during the call end in an apology, not in a wrong destination", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, branchOffice] }));
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.loseAttributes({ ...line.attributes, to: "9/0/1" });
  expect((await line.failed("CallAndBridge"))[0]?.Type).toBe("Speak");
});

test("a call whose routes this process does not have is routed anew by those that it has", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, branchOffice] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.loseAttributes({ ...line.attributes, to: "9/4/1/AbCdEf12" });
  const [again] = await line.failed("CallAndBridge");
  expect(again?.Parameters.Endpoints).toMatchObject([{ Uri: "billing" }]);
  // From there on it is a call like any other.
  const [next] = await line.failed("CallAndBridge");
  expect(next?.Parameters.Endpoints).toMatchObject([{ Uri: branchOffice.number }]);
});

test("where it is not known which destination failed, the caller hears the apology", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const { to: _lost, ...attributes } = line.attributes ?? {};
  line.loseAttributes(attributes);
  const actions = await line.failed("CallAndBridge");
  expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
  expect(line.attributes).toMatchObject({ at: "ending" });
});
