import { expect, test } from "@jest/globals";
import {
  compare,
  disconnectParticipant,
  endFlowExecution,
  getParticipantInput,
  invokeLambdaFunction,
  messageParticipant,
  type PhoneKey,
  transferContactToQueue,
  transferParticipantToThirdParty,
  updateContactAttributes,
  updateContactEventHooks,
  updateContactTargetQueue,
  updateFlowLoggingBehavior,
} from "@skill-call/contact-flow";
import type { InvocationEnd } from "@skill-call/lambda-runner";
import {
  answering,
  bench,
  flowOf,
  functionArn,
  queueArn,
  scripted,
  source,
} from "../../test/support.ts";

const say = (text: string, next: "bye") => messageParticipant({ text, next, error: next });
const bye = disconnectParticipant();

const asking = (timeLimitSeconds = 4) =>
  flowOf("ask", {
    ask: invokeLambdaFunction({
      functionArn,
      timeLimitSeconds,
      attributes: { step: "route", id: "$.Attributes.contextId" },
      next: "good",
      error: "bad",
    }),
    good: say("$.External.greeting", "bye"),
    bad: say("Sorry.", "bye"),
    bye,
  });

test("a phone that is answered hears the flow, and is hung up on", async () => {
  const at = bench({ flows: [flowOf("hello", { hello: say("Hello.", "bye"), bye })] });
  const { contact } = await at.call("main");
  expect(at.heard()).toEqual(["customer: Hello."]);
  expect(contact.disconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
  expect(at.eventTypes()).toEqual(["INITIATED", "CONNECTED_TO_SYSTEM", "DISCONNECTED"]);
});

test.each<[string, "busy" | "noAnswer" | "outOfReach" | "declines", string]>([
  ["busy", "busy", "TELECOM_BUSY"],
  ["not answered for a minute", "noAnswer", "TELECOM_TIMEOUT"],
  ["out of reach", "outOfReach", "OUTBOUND_ATTEMPT_FAILED"],
  ["declined", "declines", "OUTBOUND_ATTEMPT_FAILED"],
])("a phone that is %s starts no flow", async (_, how, reason) => {
  const at = bench({
    flows: [flowOf("hello", { hello: say("Hello.", "bye"), bye })],
    phone: (phones) => phones[how](),
  });
  const { contact } = await at.call("main", 60_000);
  expect(at.heard()).toEqual([]);
  expect(contact.disconnectReason).toBe(reason);
  expect(at.eventTypes()).toEqual(["INITIATED", "DISCONNECTED"]);
});

test("a Lambda gets the event of the contact, and its answer stands in $.External", async () => {
  const lambda = answering({ greeting: "Hello Maria." });
  const at = bench({ flows: [asking()], functions: { [functionArn]: lambda } });
  await at.call("main", 0, { contextId: "c1" });
  expect(at.heard()).toEqual(["customer: Hello Maria."]);
  expect(lambda.events).toEqual([
    {
      Name: "ContactFlowEvent",
      Details: {
        ContactData: expect.objectContaining({
          Attributes: { contextId: "c1" },
          Channel: "VOICE",
          ContactId: "contact-1",
          InitialContactId: "contact-1",
          InitiationMethod: "API",
          CustomerEndpoint: { Address: "+12045551111", Type: "TELEPHONE_NUMBER" },
          SystemEndpoint: { Address: source, Type: "TELEPHONE_NUMBER" },
          Queue: null,
        }),
        Parameters: { step: "route", id: "c1" },
      },
    },
  ]);
});

const failure = { outcome: "failed", errorType: "Error", message: "broke" } as const;

test.each<[string, readonly InvocationEnd[], string, number]>([
  ["fails once", [failure, { outcome: "answered", payload: { greeting: "Hi." } }], "Hi.", 2],
  ["fails always", [failure], "Sorry.", 4],
  ["answers a list", [{ outcome: "answered", payload: [] }], "Sorry.", 1],
  ["answers a text", [{ outcome: "answered", payload: "Hi." }], "Sorry.", 1],
  ["answers nothing", [{ outcome: "answered", payload: null }], "Sorry.", 1],
  [
    "nests its answer",
    [{ outcome: "answered", payload: { greeting: "Hi.", a: { b: "c" } } }],
    "Sorry.",
    1,
  ],
  [
    "answers too much",
    [{ outcome: "answered", payload: { greeting: "x".repeat(33_000) } }],
    "Sorry.",
    1,
  ],
])("a Lambda that %s", async (_, ends, heard, invocations) => {
  const lambda = scripted(...ends);
  const at = bench({ flows: [asking()], functions: { [functionArn]: lambda } });
  await at.call("main");
  expect(at.heard()).toEqual([`customer: ${heard}`]);
  expect(lambda.events).toHaveLength(invocations);
});

test("a Lambda that hangs is waited for as long as the block says", async () => {
  const hanging = { ...answering(), invoke: () => new Promise<never>(() => {}) };
  const at = bench({ flows: [asking(3)], functions: { [functionArn]: hanging } });
  await at.call("main", 2_999);
  expect(at.heard()).toEqual([]);
  await at.clock.elapse(1);
  expect(at.heard()).toEqual(["customer: Sorry."]);
});

test("a Lambda that the instance does not know, and an answer without the key, are errors", async () => {
  const unknown = bench({ flows: [asking()] });
  await unknown.call("main");
  expect(unknown.heard()).toEqual(["customer: Sorry."]);
  const without = bench({ flows: [asking()], functions: { [functionArn]: answering({}) } });
  await without.call("main");
  expect(without.heard()).toEqual([]);
  expect(without.branches()).toEqual(["next", "NoMatchingError"]);
});

const menu = flowOf("menu", {
  menu: getParticipantInput({
    text: "Press 1.",
    timeLimitSeconds: 5,
    keys: { "1": "one" },
    otherwise: "other",
    error: "other",
  }),
  one: say("One.", "bye"),
  other: say("Other.", "bye"),
  bye,
});

test.each<[PhoneKey, number, string, string]>([
  ["1", 1_000, "One.", "1"],
  ["2", 1_000, "Other.", "NoMatchingCondition"],
  ["1", 6_000, "Other.", "InputTimeLimitExceeded"],
])("key %s after %d ms: %s", async (digits, afterMs, heard, branch) => {
  const at = bench({
    flows: [menu],
    phone: (all) => all.answers({ presses: [{ afterMs, digits }] }),
  });
  await at.call("main", 6_000);
  expect(at.heard()).toEqual(["customer: Press 1.", `customer: ${heard}`]);
  expect(at.branches()[0]).toBe(branch);
});

test("a customer who hangs up hears nothing more, wherever the flow is", async () => {
  const at = bench({ flows: [menu], phone: (all) => all.answers({ hangsUpAfterMs: 2_000 }) });
  const { contact } = await at.call("main", 10_000);
  expect(at.heard()).toEqual(["customer: Press 1."]);
  expect(contact.disconnectReason).toBe("CUSTOMER_DISCONNECT");
  expect(contact.times.ended).toBe(contact.times.initiated + 2_000);
});

const dialling = (number: string, callerIdNumber?: string) =>
  flowOf("dial", {
    dial: transferParticipantToThirdParty({
      number,
      timeLimitSeconds: 20,
      ...(callerIdNumber && { callerIdNumber }),
      next: "after",
      failed: "failed",
      notAnswered: "late",
      error: "wrong",
    }),
    after: say("They hung up.", "bye"),
    failed: say("Failed.", "bye"),
    late: say("Late.", "bye"),
    wrong: say("Wrong.", "bye"),
    bye,
  });

test.each<[string, string]>([
  ["+12045550101", "They hung up."],
  ["+12045550102", "Failed."],
  ["+12045550103", "Late."],
  ["+12045550104", "Failed."],
  ["$.Attributes.number", "Wrong."],
])("a transfer to %s: %s", async (number, heard) => {
  const at = bench({
    flows: [dialling(number, source)],
    others: (all) => ({
      "+12045550101": all.answers({ afterMs: 3_000, hangsUpAfterMs: 5_000 }),
      "+12045550102": all.busy(),
      "+12045550103": all.noAnswer(),
    }),
  });
  await at.call("main", 30_000);
  expect(at.heard()).toEqual([`customer: ${heard}`]);
});

test("a caller ID that is not the instance's is refused; without one the customer's number is shown", async () => {
  const foreign = bench({ flows: [dialling("+12045550101", "+19995550100")] });
  await foreign.call("main", 30_000);
  expect(foreign.heard()).toEqual(["customer: Wrong."]);
  const none = bench({ flows: [dialling("+12045550101")] });
  await none.call("main");
  expect(none.notices).toContainEqual({
    type: "dialled",
    number: "+12045550101",
    callerId: "+12045551111",
  });
});

test("a customer who hangs up during a transfer lets the third party go", async () => {
  let over = false;
  const at = bench({
    flows: [dialling("+12045550101", source)],
    phone: (all) => all.answers({ hangsUpAfterMs: 4_000 }),
    others: (all) => ({
      "+12045550101": all.answers({ onAnswer: (call) => call.onOver(() => (over = true)) }),
    }),
  });
  const { contact } = await at.call("main", 4_000);
  expect(over).toBe(true);
  expect(contact.disconnectReason).toBe("CUSTOMER_DISCONNECT");
});

const queueing = flowOf("hook", {
  hook: updateContactEventHooks({
    hook: "AgentWhisper",
    flowId: "whisper",
    next: "queue",
    error: "bye",
  }),
  queue: updateContactTargetQueue({
    queueId: "$.Attributes.queue",
    next: "enqueue",
    error: "none",
  }),
  enqueue: transferContactToQueue({ atCapacity: "full", error: "none" }),
  full: say("Full.", "bye"),
  none: say("No queue.", "bye"),
  bye,
});

const whisper = flowOf(
  "say",
  {
    say: messageParticipant({
      text: "$.Queue.Name: $.Attributes.reason",
      next: "end",
      error: "end",
    }),
    end: endFlowExecution(),
  },
  { id: "whisper", type: "AGENT_WHISPER" },
);

const agent = { name: "Sam", acceptsAfterMs: 2_000, hangsUpAfterMs: 10_000 };

test("an agent hears the whisper, is connected, and hangs up", async () => {
  const queues = [{ arn: queueArn, name: "Billing", agents: [agent] }];
  const at = bench({ flows: [queueing, whisper], queues });
  const { contact } = await at.call("main", 20_000, { queue: queueArn, reason: "billing" });
  expect(at.heard()).toEqual(["agent: Billing: billing"]);
  expect(at.eventTypes()).toEqual([
    "INITIATED",
    "CONNECTED_TO_SYSTEM",
    "QUEUED",
    "CONNECTED_TO_AGENT",
    "DISCONNECTED",
  ]);
  expect(contact.disconnectReason).toBe("AGENT_DISCONNECT");
  expect(contact.times.agent).toBe(contact.times.initiated + 2_000);
});

test("contacts are served one after the other, in the order in which they came", async () => {
  const queues = [{ arn: queueArn, name: "Billing", agents: [agent] }];
  const at = bench({ flows: [queueing, whisper], queues });
  const first = await at.call("main", 0, { queue: queueArn, reason: "a" });
  const second = await at.call("main", 0, { queue: queueArn, reason: "b" });
  await at.clock.elapse(30_000);
  expect(first.contact.times.agent).toBe(first.contact.times.initiated + 2_000);
  expect(second.contact.times.agent).toBe(second.contact.times.initiated + 14_000);
});

test("a customer who hangs up while they wait leaves the queue", async () => {
  const queues = [{ arn: queueArn, name: "Billing", agents: [] }];
  const phone = (all: Parameters<NonNullable<Parameters<typeof bench>[0]["phone"]>>[0]) =>
    all.answers({ hangsUpAfterMs: 3_000 });
  const at = bench({ flows: [queueing, whisper], queues, phone });
  const { contact } = await at.call("main", 3_000, { queue: queueArn, reason: "a" });
  expect(contact.disconnectReason).toBe("CUSTOMER_DISCONNECT");
  expect(at.instance.queues.metric({ arn: queueArn, name: "" }, "NumberOfContactsInQueue")).toBe(0);
});

test("a full queue and one that is not there have branches of their own", async () => {
  const full = bench({
    flows: [queueing, whisper],
    queues: [{ arn: queueArn, name: "B", capacity: 0 }],
  });
  await full.call("main", 0, { queue: queueArn });
  expect(full.heard()).toEqual(["customer: Full."]);
  const none = bench({ flows: [queueing, whisper] });
  await none.call("main", 0, { queue: queueArn });
  expect(none.heard()).toEqual(["customer: No queue."]);
});

test("flow logs tell of parameters once they are on, and of nothing while they are off", async () => {
  const flow = flowOf("on", {
    on: updateFlowLoggingBehavior({ logging: "Enabled", next: "set" }),
    set: updateContactAttributes({ attributes: { tier: "gold" }, next: "off", error: "off" }),
    off: updateFlowLoggingBehavior({ logging: "Disabled", next: "where" }),
    where: compare({ value: "$.Attributes.tier", equals: { gold: "hello" }, otherwise: "bye" }),
    hello: say("Gold.", "bye"),
    bye,
  });
  const at = bench({ flows: [flow] });
  await at.call("main");
  expect(at.heard()).toEqual(["customer: Gold."]);
  expect(at.flowLog).toEqual([
    expect.objectContaining({ ContactFlowModuleType: "UpdateFlowLoggingBehavior" }),
    expect.objectContaining({
      ContactId: "contact-1",
      ContactFlowModuleType: "UpdateContactAttributes",
      Parameters: { Attributes: { tier: "gold" }, TargetContact: "Current" },
    }),
  ]);
});

test("a flow that runs in a circle is stopped", async () => {
  const flow = flowOf("a", {
    a: updateFlowLoggingBehavior({ logging: "Disabled", next: "b" }),
    b: compare({ value: "$.Attributes.never", equals: { yes: "bye" }, otherwise: "a" }),
    bye,
  });
  const at = bench({ flows: [flow] });
  const { contact } = await at.call("main");
  expect(contact.disconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
});

test("a flow that Connect would not publish is not run", () => {
  const content = JSON.stringify({ Version: "2019-10-30", StartAction: "a", Actions: [] });
  expect(() => bench({ flows: [{ id: "main", content }] })).toThrow(
    "The flow main has 1 mistake:\n- StartAction: names no action of the flow",
  );
});
