import { expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import { closestBranch, sampleConfig, switchboard } from "../support/sample-config.ts";

const toContactCentre = { Type: "CallAndBridge", Parameters: { Endpoints: [{ Uri: "billing" }] } };
const toSwitchboard = {
  Type: "CallAndBridge",
  Parameters: { Endpoints: [{ Uri: switchboard.number }] },
};

function callback(desk: Desk) {
  return desk.line({ direction: "Outbound" });
}

test("a callback call is claimed and routed as a skill call once picked up", async () => {
  const desk = new Desk();
  const contextId = await desk.stored({ callStarter: "callback" });
  const line = callback(desk);
  expect(await line.outgoing({ contextId })).toEqual([]);
  expect(await line.event("RINGING")).toEqual([]);
  expect(desk.storeUses).toEqual([]);
  const [action] = await line.event("CALL_ANSWERED");
  expect(action).toMatchObject(toContactCentre);
  expect(action?.Parameters.SipHeaders).toEqual({
    "User-to-User": encodeContextId(contextId),
    "X-Call-Context-Id": contextId,
  });
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  await line.hungUp("LEG-B");
  expect(await desk.statusOf(contextId)).toBe("ended");
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});

test("an answer that runs no actions keeps the strict shape", async () => {
  const desk = new Desk();
  const line = callback(desk);
  await line.outgoing({ contextId: await desk.stored() });
  const { Actions, ...rest } = await line.redeliver();
  expect(Actions).toEqual([]);
  expect(rest).toEqual({ SchemaVersion: "1.0", TransactionAttributes: line.attributes });
});

test("a destination service gets the context of a callback call, too", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch] }));
  const contextId = await desk.stored();
  const line = callback(desk);
  await line.outgoing({ contextId });
  await line.event("CALL_ANSWERED");
  expect(desk.picks).toMatchObject([{ context: { contextId, accountId: "ACC-7781-Q" } }]);
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  await line.hungUp("LEG-B");
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});

test("a service that does not keep the attributes of a ringing call costs the caller nothing", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = callback(desk);
  await line.outgoing({ contextId });
  line.loseAttributes();
  const withArguments = {
    ActionData: { Type: "CallCreateRequest", Parameters: { Arguments: { contextId } } },
  };
  expect(await line.event("CALL_ANSWERED", withArguments)).toMatchObject([toContactCentre]);
});

test("and where the arguments are gone as well, the call goes to otherwise", async () => {
  const desk = new Desk();
  const line = callback(desk);
  await line.outgoing({ contextId: await desk.stored() });
  line.loseAttributes();
  expect(await line.event("CALL_ANSWERED")).toMatchObject([toSwitchboard]);
  expect(line.attributes).toMatchObject({ why: "no-context-id" });
});

test("an unknown context ID goes to otherwise", async () => {
  const desk = new Desk();
  const line = callback(desk);
  await line.outgoing({ contextId: "0000" });
  expect(await line.event("CALL_ANSWERED")).toMatchObject([toSwitchboard]);
});

test("where calls without a context are refused, whoever picks up is told so", async () => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  for (const lost of [false, true]) {
    const line = callback(desk);
    expect(await line.outgoing({})).toEqual([]);
    if (lost) line.loseAttributes();
    const actions = await line.event("CALL_ANSWERED");
    expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
  }
});

test.each([480, 486, 0])("a phone that is not picked up (%d) is a failed call", async (code) => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = callback(desk);
  await line.outgoing({ contextId });
  await line.event("RINGING");
  expect(await line.hungUp("LEG-A", code)).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("a caller who hangs up as they pick up is called by nobody", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = callback(desk);
  await line.outgoing({ contextId });
  line.setStatus("LEG-A", "Disconnected");
  expect(await line.event("CALL_ANSWERED")).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("failed");
});
