import { expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import type { Config } from "../../src/config/config.ts";
import { Desk } from "../support/desk.ts";
import type { PhoneLine } from "../support/phone-line.ts";
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

test("a call that is refused is a warning, and a fault of our own an error", async () => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  await desk.skillCall("0123456789abcdef0123456789abcdef").incoming();
  const headers = { "X-Alexa-LWA-ClientId": "amzn1.application-oa2-client.somebody-else" };
  await desk.line({ headers }).incoming();
  expect(desk.logged("call.refused")).toMatchObject([
    { level: "warn", reason: "not-found" },
    { level: "warn", reason: "skill-not-allowed" },
  ]);
  desk.ports.measure = () => {
    throw new TypeError("broken by the test");
  };
  await desk.skillCall(await desk.stored()).incoming();
  expect(desk.logged("move.broke")).toMatchObject([{ level: "error", error: "TypeError" }]);
});

test("a callback is followed from its ringing", async () => {
  const desk = new Desk();
  const line = desk.line({ direction: "Outbound" });
  await line.outgoing({ contextId: await desk.stored() });
  await line.event("RINGING");
  await line.event("CALL_ANSWERED");
  const outcomes = desk.logged("call.event").map(({ outcome }) => outcome);
  expect(outcomes).toEqual(["ringing", "waiting", "routed"]);
});

const unknownId = "0123456789abcdef0123456789abcdef";
const takesEveryCall = sampleConfig();
const takesContextsOnly = sampleConfig({ withoutContext: "reject" });
const picksOnly = sampleConfig({ billing: [closestBranch] });

/** What goes wrong around us is foreseen, and no fault of ours: none of these calls is left to the last resort. */
test.each<[string, Config, (desk: Desk) => Promise<PhoneLine>]>([
  [
    "a callback whose context nobody has",
    takesContextsOnly,
    async (desk) => {
      const line = desk.line({ direction: "Outbound" });
      await line.outgoing({ contextId: unknownId });
      await line.event("CALL_ANSWERED");
      return line;
    },
  ],
  [
    "no number that can be called",
    picksOnly,
    async (desk) => {
      desk.ports.pickNumber = () => Promise.reject(new Error("unreachable"));
      const line = desk.skillCall(await desk.stored());
      await line.incoming();
      return line;
    },
  ],
  [
    "a destination that fails, and none behind it",
    takesEveryCall,
    async (desk) => {
      const line = desk.skillCall(await desk.stored());
      await line.incoming();
      await line.failed("CallAndBridge");
      return line;
    },
  ],
  [
    "a failure of nobody knows what, at nobody knows which destination",
    takesEveryCall,
    async (desk) => {
      const line = desk.skillCall(await desk.stored());
      await line.incoming();
      const { to: _lost, ...attributes } = line.attributes ?? {};
      line.loseAttributes(attributes);
      await line.event("ACTION_FAILED");
      return line;
    },
  ],
])("%s ends with the apology, and with nothing that broke", async (_, config, call) => {
  const desk = new Desk(config);
  const line = await call(desk);
  expect(line.lastAnswer?.Actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
  expect(line.attributes).toMatchObject({ at: "ending" });
  expect(desk.logged("move.broke")).toEqual([]);
});

test("how a call is routed is told with the hash of its context ID, or with the reason why it has none", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.skillCall(contextId).incoming();
  await desk.line({ transactionId: "t-2" }).incoming();
  const [routed, ordinary] = desk.logged("call.context");
  const contextHash = hashContextId(contextId);
  expect(routed).toMatchObject({ level: "info", contextHash, rule: 0 });
  expect(ordinary).toMatchObject({ level: "info", problem: "ordinary-call", rule: "otherwise" });
  expect(ordinary).not.toHaveProperty("contextHash");
});

test("a destination that is not reached is told with its place and the service's word for it", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("CallAndBridge", "CallNotAnswered");
  expect(desk.logged("destination.not-reached")).toMatchObject([
    {
      level: "info",
      transactionId: line.transactionId,
      rule: 0,
      destination: 0,
      error: "CallNotAnswered",
    },
  ]);
});

test("each log line is one JSON document", async () => {
  const desk = new Desk();
  await desk.skillCall(await desk.stored()).incoming();
  for (const line of desk.logLines) expect(line).toMatch(/^\{.*\}\n$/);
});
