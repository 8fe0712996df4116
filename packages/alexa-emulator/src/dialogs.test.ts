import { afterEach, expect, test } from "@jest/globals";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { pizzaModel } from "./testing/pizza-model.ts";
import { ask, delegate, elicit, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

/** A request in one line: dialog state, confirmation, and the slots that are filled. */
function summary({ request }: ReceivedRequest): string {
  const { intent, dialogState, type } = request;
  if (!intent) return type;
  const slots = Object.values(intent.slots ?? {})
    .filter(({ value }) => value !== undefined)
    .map(({ name, value, confirmationStatus }) =>
      [name, "=", value, confirmationStatus === "NONE" ? "" : ` ${confirmationStatus}`].join(""),
    );
  return [intent.name, dialogState, intent.confirmationStatus, ...slots].join(" ");
}

const delegateAll = ({ request }: ReceivedRequest) =>
  request.dialogState === "COMPLETED" ? response({ speech: "Done." }) : delegate();

test("a delegated dialog asks, validates and confirms by the model's prompts", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  const turns = [];
  for (const text of ["ask anna's pizza to order", "huge", "big", "yes", "twenty", "three", "yes"])
    turns.push(await alexa.say(text));
  expect(turns.map(({ speech }) => speech)).toEqual([
    "Which size?",
    "There is no huge pizza. Which size?",
    "big, right?",
    "How many?",
    "20 is too many. How many?",
    "Shall I order 3 big pizzas?",
    "Done.",
  ]);
  expect(skill.received.map(summary)).toEqual([
    "OrderIntent STARTED NONE",
    "OrderIntent IN_PROGRESS NONE size=huge",
    "OrderIntent IN_PROGRESS NONE size=big",
    "OrderIntent IN_PROGRESS NONE size=big CONFIRMED",
    "OrderIntent IN_PROGRESS NONE size=big CONFIRMED count=20",
    "OrderIntent IN_PROGRESS NONE size=big CONFIRMED count=3",
    "OrderIntent COMPLETED CONFIRMED size=big CONFIRMED count=3",
  ]);
  expect(turns.map(({ sessionOpen }) => sessionOpen)).toEqual([...Array(6).fill(true), false]);
});

test("a denied slot is asked for again", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  await alexa.say("ask anna's pizza to order a big pizza");
  const turn = await alexa.say("no");
  expect(turn.speech).toBe("Which size?");
  expect(summary(skill.received[1] as ReceivedRequest)).toBe(
    "OrderIntent IN_PROGRESS NONE size=big DENIED",
  );
});

test("a new value of a slot is open again", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  for (const text of ["ask anna's pizza to order", "big", "yes", "order a small pizza"])
    await alexa.say(text);
  expect(skill.received.map(summary).at(-1)).toBe("OrderIntent IN_PROGRESS NONE size=small");
});

test("a denied intent is complete, and denied", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  for (const text of ["ask anna's pizza to order", "big", "yes", "three", "no thanks"])
    await alexa.say(text);
  expect(skill.received.map(summary).at(-1)).toBe(
    "OrderIntent COMPLETED DENIED size=big CONFIRMED count=3",
  );
});

test("other words than yes or no are heard during a confirmation", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  for (const text of ["ask anna's pizza to order", "big", "order two small pizzas"])
    await alexa.say(text);
  expect(skill.received.map(summary).at(-1)).toBe(
    "OrderIntent IN_PROGRESS NONE size=small count=2",
  );
});

test("the model's own words for yes confirm too", async () => {
  const { alexa, skill } = await alexas.start(delegateAll);
  for (const text of ["ask anna's pizza to order", "big", "of course"]) await alexa.say(text);
  expect(skill.received.map(summary).at(-1)).toBe(
    "OrderIntent IN_PROGRESS NONE size=big CONFIRMED",
  );
});

test("asked again with the same prompt, Alexa takes its next variation", async () => {
  const { alexa } = await alexas.start(delegateAll);
  expect((await alexa.say("ask anna's pizza to order")).speech).toBe("Which size?");
  expect((await alexa.say("order")).speech).toBe("Small or large?");
  expect((await alexa.say("order")).speech).toBe("Which size?");
});

test("nobody answers: Alexa asks her own question once more", async () => {
  const { alexa } = await alexas.start(delegateAll);
  await alexa.say("ask anna's pizza to order");
  expect((await alexa.silence()).speech).toBe("Which size?");
  expect((await alexa.silence()).sessionEnded).toEqual({ reason: "EXCEEDED_MAX_REPROMPTS" });
});

test("a dialog with nothing left to ask completes at once", async () => {
  const model = pizzaModel();
  for (const intent of model.interactionModel.dialog.intents) {
    intent.confirmationRequired = false;
    intent.slots = [];
  }
  const { alexa, skill } = await alexas.start(delegateAll, { model });
  const turn = await alexa.say("ask anna's pizza to order a big pizza");
  expect(turn.speech).toBe("Done.");
  expect(skill.received.map(summary)).toEqual([
    "OrderIntent STARTED NONE size=big",
    "OrderIntent COMPLETED NONE size=big",
  ]);
});

test("with delegation strategy ALWAYS the skill only hears of the complete dialog", async () => {
  const model = pizzaModel();
  model.interactionModel.dialog.delegationStrategy = "ALWAYS";
  const { alexa, skill } = await alexas.start(() => response({ speech: "Done." }), { model });
  for (const text of ["ask anna's pizza to order", "big", "yes", "three"]) await alexa.say(text);
  expect((await alexa.say("yes")).speech).toBe("Done.");
  expect(skill.received.map(summary)).toEqual([
    "OrderIntent COMPLETED CONFIRMED size=big CONFIRMED count=3",
  ]);
  expect(skill.received[0]?.session?.new).toBe(true);
});

test("ElicitSlot asks in the skill's words, and the answer fills the slot", async () => {
  const { alexa, skill } = await alexas.start(() =>
    elicit("guest", "For whom?", { reprompt: "A name, please." }),
  );
  const turn = await alexa.say("ask anna's pizza to order");
  expect(turn).toMatchObject({ speech: "For whom?", sessionOpen: true });
  expect((await alexa.silence()).speech).toBe("A name, please.");
  await alexa.say("Anna");
  expect(skill.received.map(summary)).toEqual([
    "OrderIntent STARTED NONE",
    "OrderIntent IN_PROGRESS NONE guest=Anna",
  ]);
});

test("a dialog that the skill leads itself never becomes COMPLETED", async () => {
  const directive = { type: "Dialog.ConfirmIntent" };
  const { alexa, skill } = await alexas.start(() => ask("Order?", { directives: [directive] }));
  await alexa.say("ask anna's pizza to order two big pizzas");
  await alexa.say("yes");
  expect(skill.received.map(summary).at(-1)).toBe(
    "OrderIntent IN_PROGRESS CONFIRMED size=big count=2",
  );
});

test("ConfirmSlot asks about one slot", async () => {
  const directive = { type: "Dialog.ConfirmSlot", slotToConfirm: "size" };
  const { alexa, skill } = await alexas.start(() => ask("Big?", { directives: [directive] }));
  await alexa.say("ask anna's pizza to order a big pizza");
  await alexa.say("no");
  expect(skill.received.map(summary).at(-1)).toBe("OrderIntent IN_PROGRESS NONE size=big DENIED");
});

test("updatedIntent changes slots, and its values are resolved", async () => {
  const updatedIntent = {
    name: "OrderIntent",
    confirmationStatus: "NONE",
    slots: {
      size: { name: "size", value: "tiny", confirmationStatus: "CONFIRMED" },
      count: { name: "count", confirmationStatus: "NONE" },
    },
  };
  const { alexa, skill } = await alexas.start(() => delegate(updatedIntent));
  expect((await alexa.say("ask anna's pizza to order")).speech).toBe("How many?");
  await alexa.say("three");
  expect(skill.received.map(summary).at(-1)).toBe(
    "OrderIntent IN_PROGRESS NONE size=tiny CONFIRMED count=3",
  );
  expect(skill.received[1]?.request.intent?.slots?.size?.resolutions).toMatchObject({
    resolutionsPerAuthority: [{ values: [{ value: { name: "small", id: "s" } }] }],
  });
});

test("updatedIntent can begin another intent's dialog, also from a LaunchRequest", async () => {
  const updatedIntent = { name: "OrderIntent", confirmationStatus: "NONE", slots: {} };
  const { alexa, skill } = await alexas.start(() => delegate(updatedIntent));
  expect((await alexa.say("open anna's pizza")).speech).toBe("Which size?");
  await alexa.say("big");
  expect(skill.received.map(summary)).toEqual([
    "LaunchRequest",
    "OrderIntent IN_PROGRESS NONE size=big",
  ]);
});

test("another intent leaves the dialog; updatedIntent brings it back", async () => {
  const order = { name: "OrderIntent", slots: { size: { name: "size", value: "big" } } };
  const back = { type: "Dialog.ElicitSlot", slotToElicit: "count", updatedIntent: order };
  const { alexa, skill } = await alexas.start(({ request }) =>
    request.intent?.name === "AMAZON.HelpIntent"
      ? ask("Say a number.", { directives: [back] })
      : delegate(),
  );
  for (const text of ["ask anna's pizza to order", "help", "three"]) await alexa.say(text);
  expect(skill.received.map(summary)).toEqual([
    "OrderIntent STARTED NONE",
    "AMAZON.HelpIntent  NONE",
    "OrderIntent IN_PROGRESS NONE size=big count=3",
  ]);
});

test("a dialog that is left and not brought back begins anew", async () => {
  const { alexa, skill } = await alexas.start(({ request }) =>
    request.intent?.name === "AMAZON.HelpIntent" ? ask("Say order.") : delegate(),
  );
  for (const text of ["ask anna's pizza to order", "huge", "help", "order"]) await alexa.say(text);
  expect(skill.received.map(summary).at(-1)).toBe("OrderIntent STARTED NONE");
});

test("what the skill says with Dialog.Delegate comes before Alexa's question", async () => {
  const { alexa } = await alexas.start(() =>
    ask("Welcome.", { directives: [{ type: "Dialog.Delegate" }] }),
  );
  const turn = await alexa.say("ask anna's pizza to order");
  expect(turn.said).toMatchObject([
    { by: "skill", text: "Welcome." },
    { by: "alexa", text: "Which size?" },
  ]);
});

test.each([
  [
    { type: "Dialog.ElicitSlot", slotToElicit: "topping" },
    'Dialog.ElicitSlot: OrderIntent has no slot "topping"',
  ],
  [
    { type: "Dialog.ConfirmSlot", slotToConfirm: "size" },
    'Dialog.ConfirmSlot: slot "size" has no value to confirm',
  ],
  [
    { type: "Dialog.Delegate", updatedIntent: { name: "GoneIntent" } },
    'Dialog.Delegate: there is no intent "GoneIntent"',
  ],
  [
    { type: "Dialog.Delegate", updatedIntent: { name: "TrackIntent" } },
    "Dialog.Delegate: the model has no dialog for TrackIntent",
  ],
  [
    { type: "Dialog.Delegate", updatedIntent: { name: "OrderIntent", slots: { topping: {} } } },
    'Dialog.Delegate: OrderIntent has no slot "topping"',
  ],
])("%j is refused", async (directive, message) => {
  const { alexa, skill } = await alexas.start(() => ask("?", { directives: [directive] }));
  const turn = await alexa.say("ask anna's pizza to order");
  expect(turn.speech).toBe("There was a problem with the requested skill's response.");
  expect(turn.exchanges[0]?.problem).toBe(message);
  expect(skill.received[1]?.request).toMatchObject({
    type: "SessionEndedRequest",
    reason: "ERROR",
    error: { type: "INVALID_RESPONSE", message },
  });
});

test("a dialog directive after a LaunchRequest has to name its intent", async () => {
  const { alexa } = await alexas.start(() => delegate());
  const turn = await alexa.say("open anna's pizza");
  expect(turn.exchanges[0]?.problem).toBe(
    "Dialog.Delegate needs updatedIntent: no intent was asked about",
  );
});

test("a skill that delegates a complete dialog is stopped", async () => {
  const { alexa } = await alexas.start(() => delegate());
  for (const text of ["ask anna's pizza to order", "big", "yes", "three"]) await alexa.say(text);
  const turn = await alexa.say("yes");
  expect(turn.sessionEnded).toMatchObject({
    reason: "ERROR",
    error: { message: "Dialog.Delegate: the dialog is complete already" },
  });
});
