// Actions that have no builder: flows as the designer exports them.
import { expect, test } from "@jest/globals";
import { type BenchOptions, bench, queueArn } from "../../test/support.ts";

type Json = Readonly<Record<string, unknown>>;

const error = (ErrorType: string, NextAction: string) => ({ ErrorType, NextAction });
const when = (operand: string, NextAction: string) => ({
  NextAction,
  Condition: { Operator: "Equals", Operands: [operand] },
});
const action = (Identifier: string, Type: string, Parameters: Json, Transitions: Json) => ({
  Identifier,
  Type,
  Parameters,
  Transitions,
});
const say = (Identifier: string, Text: string, NextAction: string) =>
  action(
    Identifier,
    "MessageParticipant",
    { Text },
    { NextAction, Errors: [error("NoMatchingError", NextAction)] },
  );
const bye = action("bye", "DisconnectParticipant", {}, {});

function flow(id: string, StartAction: string, ...Actions: readonly Json[]) {
  return {
    id,
    content: JSON.stringify({ Version: "2019-10-30", StartAction, Metadata: {}, Actions }),
  };
}

async function heardIn(options: BenchOptions, ms = 0) {
  const at = bench(options);
  const { contact } = await at.call("main", ms);
  return { heard: at.heard().map((line) => line.replace("customer: ", "")), contact, at };
}

test("a loop goes round as often as it says, and can be entered again", async () => {
  const loop = action(
    "loop",
    "Loop",
    { LoopCount: "2" },
    {
      NextAction: "done",
      Conditions: [when("ContinueLooping", "again"), when("DoneLooping", "done")],
    },
  );
  const main = flow(
    "main",
    "loop",
    loop,
    say("again", "Again.", "loop"),
    say("done", "Done.", "bye"),
    bye,
  );
  const { heard, contact } = await heardIn({ flows: [main] });
  expect(heard).toEqual(["Again.", "Again.", "Done."]);
  expect(contact.loops.size).toBe(0);
});

const hours = action(
  "hours",
  "CheckHoursOfOperation",
  { HoursOfOperationId: "office" },
  {
    NextAction: "closed",
    Conditions: [when("True", "open"), when("False", "closed")],
    Errors: [error("NoMatchingError", "closed")],
  },
);

test.each<["open" | "closed", string]>([
  ["open", "We are open."],
  ["closed", "We are closed."],
])("hours that are %s", async (state, said) => {
  const main = flow(
    "main",
    "hours",
    hours,
    say("open", "We are open.", "bye"),
    say("closed", "We are closed.", "bye"),
    bye,
  );
  expect((await heardIn({ flows: [main], hours: { office: state } })).heard).toEqual([said]);
});

test.each<[string, string, string]>([
  ["1234", "12", "$.StoredCustomerInput"],
  ["12#4", "4", "12"],
  ["", "4", "Timeout"],
])("digits %j, of which %s may be stored", async (digits, MaximumLength, expected) => {
  const store = action(
    "store",
    "GetParticipantInput",
    {
      Text: "Your number?",
      StoreInput: "True",
      InputTimeLimitSeconds: "3",
      InputValidation: { CustomValidation: { MaximumLength } },
    },
    { NextAction: "back", Errors: [error("NoMatchingError", "bye")] },
  );
  const main = flow(
    "main",
    "store",
    store,
    say("back", "You pressed $.StoredCustomerInput.", "bye"),
    bye,
  );
  const presses = digits === "" ? [] : [{ afterMs: 500, digits }];
  const { heard } = await heardIn(
    { flows: [main], phone: (all) => all.answers({ presses }) },
    10_000,
  );
  const stored = expected.startsWith("$") ? digits : expected;
  expect(heard.at(-1)).toBe(`You pressed ${stored}.`);
});

test("a module gives its result, and one that hangs up ends the contact", async () => {
  const end = action("end", "EndFlowModuleExecution", { Result: "vip" }, {});
  const invoke = (FlowModuleId: string) =>
    action(
      "invoke",
      "InvokeFlowModule",
      { FlowModuleId },
      {
        NextAction: "other",
        Conditions: [when("vip", "vip")],
        Errors: [error("NoMatchingError", "other"), error("NoMatchingCondition", "other")],
      },
    );
  const rest = [say("vip", "Welcome back.", "bye"), say("other", "Welcome.", "bye"), bye];
  const settings = { ...flow("module", "end", end), type: "MODULE" } as const;
  const back = await heardIn({
    flows: [flow("main", "invoke", invoke("module:$LATEST"), ...rest), settings],
  });
  expect(back.heard).toEqual(["Welcome back."]);
  const gone = await heardIn({
    flows: [flow("main", "invoke", invoke("module:1"), ...rest), flow("module", "bye", bye)],
  });
  expect(gone.heard).toEqual([]);
  expect(gone.contact.disconnectReason).toBe("CONTACT_FLOW_DISCONNECT");
  const none = await heardIn({ flows: [flow("main", "invoke", invoke("nobody:1"), ...rest)] });
  expect(none.heard).toEqual(["Welcome."]);
});

test("a transfer goes on in the other flow, or takes its error branch", async () => {
  const to = (ContactFlowId: string) =>
    flow(
      "main",
      "go",
      action(
        "go",
        "TransferToFlow",
        { ContactFlowId },
        { NextAction: "lost", Errors: [error("NoMatchingError", "lost")] },
      ),
      say("lost", "No such flow.", "bye"),
      bye,
    );
  const other = flow("other", "hello", say("hello", "The other flow.", "bye"), bye);
  expect((await heardIn({ flows: [to("arn:x/contact-flow/other"), other] })).heard).toEqual([
    "The other flow.",
  ]);
  expect((await heardIn({ flows: [to("nobody"), other] })).heard).toEqual(["No such flow."]);
});

test("a customer in a queue hears its flow until an agent takes them", async () => {
  const messages = action(
    "music",
    "MessageParticipantIteratively",
    { Messages: [{ Text: "Please wait." }, { Text: "Soon." }] },
    {},
  );
  const hold = { ...flow("hold", "music", messages), type: "CUSTOMER_QUEUE" } as const;
  const main = flow(
    "main",
    "hook",
    action(
      "hook",
      "UpdateContactEventHooks",
      { EventHooks: { CustomerQueue: "hold" } },
      { NextAction: "set", Errors: [error("NoMatchingError", "bye")] },
    ),
    action(
      "set",
      "UpdateContactTargetQueue",
      { QueueId: queueArn },
      { NextAction: "queue", Errors: [error("NoMatchingError", "bye")] },
    ),
    action(
      "queue",
      "TransferContactToQueue",
      {},
      { Errors: [error("QueueAtCapacity", "bye"), error("NoMatchingError", "bye")] },
    ),
    bye,
  );
  const agents = [{ name: "Sam", acceptsAfterMs: 30_000, hangsUpAfterMs: 1_000 }];
  const { heard, contact } = await heardIn(
    { flows: [main, hold], queues: [{ arn: queueArn, name: "Q", agents }] },
    60_000,
  );
  expect(heard).toEqual(["Please wait.", "Soon.", "Please wait.", "Soon."]);
  expect(contact.disconnectReason).toBe("AGENT_DISCONNECT");
});

test("a metric of the queue decides", async () => {
  const staffed = action(
    "staffed",
    "CheckMetricData",
    { MetricType: "NumberOfAgentsAvailable" },
    {
      NextAction: "nobody",
      Conditions: [
        { NextAction: "somebody", Condition: { Operator: "NumberGreaterThan", Operands: ["0"] } },
      ],
      Errors: [error("NoMatchingCondition", "nobody"), error("NoMatchingError", "nobody")],
    },
  );
  const set = action(
    "set",
    "UpdateContactTargetQueue",
    { QueueId: queueArn },
    { NextAction: "staffed", Errors: [error("NoMatchingError", "bye")] },
  );
  const main = flow(
    "main",
    "set",
    set,
    staffed,
    say("nobody", "Nobody is there.", "bye"),
    say("somebody", "Somebody is there.", "bye"),
    bye,
  );
  const queue = (...agents: { name: string }[]) => [{ arn: queueArn, name: "Q", agents }];
  expect((await heardIn({ flows: [main], queues: queue({ name: "Sam" }) })).heard).toEqual([
    "Somebody is there.",
  ]);
  expect((await heardIn({ flows: [main], queues: queue() })).heard).toEqual(["Nobody is there."]);
});

test("what is not emulated takes its error branch, and that is told", async () => {
  const lex = action(
    "lex",
    "ConnectParticipantWithLexBot",
    { Text: "How can I help?" },
    {
      NextAction: "sorry",
      Errors: [error("NoMatchingCondition", "sorry"), error("NoMatchingError", "sorry")],
    },
  );
  const main = flow("main", "lex", lex, say("sorry", "I did not understand.", "bye"), bye);
  const { heard, at } = await heardIn({ flows: [main] });
  expect(heard).toEqual(["I did not understand."]);
  expect(at.notices).toContainEqual({
    type: "not-emulated",
    action: "lex",
    actionType: "ConnectParticipantWithLexBot",
  });
});

test("a flow attribute lasts, and is read by its name", async () => {
  const set = action(
    "set",
    "UpdateFlowAttributes",
    { FlowAttributes: { tier: { Type: "String", Value: "gold" } } },
    { NextAction: "hello", Errors: [error("NoMatchingError", "bye")] },
  );
  const main = flow("main", "set", set, say("hello", "You are $.FlowAttributes.tier.", "bye"), bye);
  expect((await heardIn({ flows: [main] })).heard).toEqual(["You are gold."]);
});
