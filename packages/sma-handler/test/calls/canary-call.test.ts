import { expect, test } from "@jest/globals";
import { canaryContextId } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import { closestBranch, meetingRoom, sampleConfig } from "../support/sample-config.ts";

const canaryNumber = "+12045550177";
const apology = [{ Type: "Speak" }, { Type: "Hangup" }];

function deskWith(config: Parameters<typeof sampleConfig>[0] = {}): Desk {
  return new Desk(sampleConfig({ ...config, canaryNumber }));
}

test("its far end arrives as a call of the skill would: claimed, told that nobody is there, and closed", async () => {
  const desk = deskWith({ billing: [meetingRoom, closestBranch], otherwise: [closestBranch] });
  const contextId = await desk.stored({}, canaryContextId);
  const line = desk.line({ from: canaryNumber });
  expect(await line.incoming()).toMatchObject(apology);
  expect(await desk.statusOf(contextId)).toBe("claimed");
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("failed");
  expect(desk.storeUses).toEqual(["claim", "advance failed"]);
  expect(desk.logged("call.context")).toMatchObject([{ rule: 0 }]);
});

test("its near end, which is picked up by the far one, ends with the same words", async () => {
  const desk = deskWith();
  const line = desk.line({ from: canaryNumber, direction: "Outbound" });
  await line.outgoing({});
  await line.event("RINGING");
  expect(await line.event("CALL_ANSWERED")).toMatchObject(apology);
  await line.hungUp("LEG-A");
  expect(desk.storeUses).toEqual([]);
});

test.each([
  ["whose context is not there", "otherwise", apology],
  ["without its context is refused where all such calls are", "reject", [{ Type: "Hangup" }]],
] as const)("a canary call %s reaches nobody", async (_, withoutContext, answer) => {
  const desk = deskWith({ withoutContext });
  expect(await desk.line({ from: canaryNumber }).incoming()).toMatchObject(answer);
});

test("nobody counts it", async () => {
  const desk = deskWith();
  await desk.stored({}, canaryContextId);
  const far = desk.line({ from: canaryNumber });
  const near = desk.line({ from: canaryNumber, direction: "Outbound" });
  await near.outgoing({});
  await far.incoming();
  await near.event("CALL_ANSWERED");
  await near.hungUp("LEG-A");
  await far.hungUp("LEG-A");
  expect(desk.metrics).toEqual([]);
});

test("after attributes that the service refused its context is closed all the same", async () => {
  const desk = deskWith();
  const contextId = await desk.stored({}, canaryContextId);
  const line = desk.line({ from: canaryNumber });
  await line.incoming();
  line.loseAttributes();
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("from any other number, and where there is no canary, a call goes where the routes say", async () => {
  const toSomebody = [{ Type: "CallAndBridge" }];
  expect(await deskWith().line().incoming()).toMatchObject(toSomebody);
  const without = new Desk().line({ from: canaryNumber });
  expect(await without.incoming()).toMatchObject(toSomebody);
});
