import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import {
  closestBranch,
  contactCentre,
  meetingRoom,
  sampleConfig,
  skillClientId,
} from "../support/sample-config.ts";
import { sampleContext } from "../support/sample-context.ts";

/** Whole calls, good and bad, with every port failing in turn. */
async function manyCalls(desk: Desk): Promise<string[]> {
  const contextIds = [];
  for (const broken of ["", "pickNumber", "meetings", "claim", "advance"]) {
    const contextId = await desk.stored();
    contextIds.push(contextId);
    const { pickNumber, store } = desk.ports;
    const fails = async (): Promise<never> => {
      throw new Error(`${sampleContext.callerName} ${sampleContext.callerNumber} ${contextId}`);
    };
    if (broken === "pickNumber") desk.ports.pickNumber = fails;
    if (broken === "meetings") desk.ports.meetings.createMeeting = fails;
    if (broken === "claim") desk.ports.store = { ...store, claim: fails };
    if (broken === "advance") desk.ports.store = { ...store, advance: fails };
    const line = desk.skillCall(contextId, { transactionId: `call ${broken}` });
    await line.incoming();
    await line.failed("CallAndBridge");
    await line.failed("JoinChimeMeeting");
    await line.succeeded("JoinChimeMeeting");
    await line.hungUp("LEG-A");
    await line.refusedAnswer();
    desk.ports.pickNumber = pickNumber;
    desk.ports.store = store;
  }
  return contextIds;
}

test("no log line and no trace of whole calls holds a name, a number, an ID of a person or a token", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, meetingRoom, contactCentre] }));
  const contextIds = await manyCalls(desk);
  const secrets = [
    sampleContext.callerName,
    "Joséphine",
    sampleContext.accountId ?? "",
    sampleContext.callerNumber ?? "",
    "2045551111",
    "2045550130",
    "6073331111",
    "January invoice",
    "token-of-",
    "123456789012",
    skillClientId,
    ...contextIds,
    ...contextIds.map((id) => Buffer.from(id).toString("hex")),
  ];
  const told = desk.logLines.join("") + JSON.stringify(desk.annotations);
  expect(desk.logLines.length).toBeGreaterThan(30);
  expect(desk.annotations.length).toBeGreaterThan(30);
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
});

test("a call can be followed through the log by its transaction and by the hash of its context ID", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  await line.hungUp("LEG-B");
  expect(desk.logged("call.event")).toMatchObject([
    {
      transactionId: line.transactionId,
      contextHash: hashContextId(contextId),
      sequence: 1,
      event: "NEW_INBOUND_CALL",
      outcome: "routed",
      rule: 0,
      destination: 0,
      actions: ["CallAndBridge"],
    },
    { event: "ACTION_SUCCESSFUL", outcome: "connected" },
    { event: "HANGUP", outcome: "released", actions: ["Hangup"] },
    { event: "HANGUP", outcome: "ended", contextHash: hashContextId(contextId) },
  ]);
  expect(desk.logLines).toHaveLength(5);
});

test("each log line is one JSON document", async () => {
  const desk = new Desk();
  await desk.skillCall(await desk.stored()).incoming();
  for (const line of desk.logLines) expect(line).toMatch(/^\{.*\}\n$/);
});
