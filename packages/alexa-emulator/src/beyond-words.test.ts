// What a skill asks for besides words, and what happens to it besides being spoken to.
import { afterEach, expect, test } from "@jest/globals";
import type { ReceivedRequest } from "./testing/fake-skill.ts";
import { ask, response } from "./testing/responses.ts";
import { TestAlexas } from "./testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const open = "open anna's pizza";
const document = { type: "Alexa.Presentation.APL.RenderDocument", token: "menu", document: {} };

test("directives are kept as the skill wrote them", async () => {
  const { alexa } = await alexas.start(() => ask("Hello.", { directives: [document] }));
  expect((await alexa.say(open)).directives).toEqual([document]);
});

test("a device shows what it has and the manifest asks for", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."), {
    device: { interfaces: "screen" },
    interfaces: ["ALEXA_PRESENTATION_APL", "AUDIO_PLAYER"],
  });
  await alexa.say(open);
  expect(skill.received[0]?.context).toMatchObject({
    AudioPlayer: { playerActivity: "IDLE" },
    Viewport: { pixelWidth: 1280 },
    System: {
      device: {
        supportedInterfaces: { AudioPlayer: {}, "Alexa.Presentation.APL": { runtime: {} } },
      },
    },
  });
});

test.each([
  ["a speaker", "speaker", ["AudioPlayer"]],
  ["a screen", "screen", ["AudioPlayer", "Alexa.Presentation.APL"]],
  ["a device of the test's own", { Geolocation: {} }, ["Geolocation"]],
] as const)("%s has %j", async (_, interfaces, expected) => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."), {
    device: { interfaces },
    interfaces: ["ALEXA_PRESENTATION_APL", "AUDIO_PLAYER"],
  });
  await alexa.say(open);
  const { supportedInterfaces = {} } = skill.received[0]?.context.System.device ?? {};
  expect(Object.keys(supportedInterfaces)).toEqual(expected);
});

test("a known voice and a linked account are in every request", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."), {
    customer: { userId: "amzn1.ask.account.ANNA", accessToken: "linked" },
    person: { personId: "amzn1.ask.person.BEN", accessToken: "his" },
  });
  await alexa.say(open);
  expect(skill.received[0]).toMatchObject({
    session: { user: { userId: "amzn1.ask.account.ANNA", accessToken: "linked" } },
    context: {
      System: {
        user: { accessToken: "linked" },
        person: { personId: "amzn1.ask.person.BEN", accessToken: "his" },
      },
    },
  });
});

test("a page keeps the session where the skill does not say whether it ends, and can be touched", async () => {
  const { alexa, skill } = await alexas.start(({ request }) =>
    request.type === "LaunchRequest"
      ? response({ speech: "Look.", directives: [document] })
      : ask("You have touched it."),
  );
  expect((await alexa.say(open)).sessionOpen).toBe(true);
  const turn = await alexa.userEvent({ token: "menu", arguments: ["item", 2] });
  expect(turn.speech).toBe("You have touched it.");
  expect(skill.received[1]).toMatchObject({
    session: { new: false },
    request: { type: "Alexa.Presentation.APL.UserEvent", token: "menu", arguments: ["item", 2] },
  });
});

test("a touch without a session begins one", async () => {
  const { alexa, skill } = await alexas.start(() => ask("Hello."));
  await alexa.userEvent({ arguments: ["again"] });
  expect(skill.received[0]).toMatchObject({ session: { new: true } });
});

const play = (token: string, playBehavior = "REPLACE_ALL") => ({
  type: "AudioPlayer.Play",
  playBehavior,
  audioItem: { stream: { url: "https://example.com/a.mp3", token, offsetInMilliseconds: 0 } },
});

test("what is played goes on after the session, and its end asks for more", async () => {
  const { alexa, skill } = await alexas.start(
    ({ request }) =>
      request.type === "AudioPlayer.PlaybackNearlyFinished"
        ? response({ directives: [play("second", "ENQUEUE")] })
        : response({ speech: "Here.", directives: [play("first")], shouldEndSession: true }),
    { interfaces: ["AUDIO_PLAYER"] },
  );
  expect((await alexa.say(open)).sessionOpen).toBe(false);
  expect(alexa.player).toMatchObject({ playerActivity: "PLAYING", token: "first" });
  await alexa.playback("AudioPlayer.PlaybackNearlyFinished");
  expect(skill.received[1]).toMatchObject({
    context: { AudioPlayer: { token: "first" } },
    request: { type: "AudioPlayer.PlaybackNearlyFinished", token: "first" },
  });
  expect(skill.received[1]?.session).toBeUndefined();
  await alexa.playback("AudioPlayer.PlaybackFinished");
  expect(alexa.player).toMatchObject({ playerActivity: "PLAYING", token: "second" });
});

test("what plays is paused without the skill's name, and nothing else is", async () => {
  const model = {
    interactionModel: {
      languageModel: {
        invocationName: "anna's radio",
        intents: [
          { name: "AMAZON.PauseIntent" },
          { name: "AMAZON.HelpIntent" },
          { name: "AMAZON.FallbackIntent" },
        ],
      },
    },
  };
  const { alexa, skill } = await alexas.start(
    ({ request }) =>
      request.intent
        ? response({ directives: [{ type: "AudioPlayer.Stop" }] })
        : response({ directives: [play("first")] }),
    { model },
  );
  const unheard = { exchanges: [] };
  expect(await alexa.say("pause")).toMatchObject(unheard);
  await alexa.say("open anna's radio");
  expect(await alexa.say("help")).toMatchObject(unheard);
  expect((await alexa.say("Alexa, pause")).understood?.name).toBe("AMAZON.PauseIntent");
  expect(skill.received[1]).toMatchObject({ session: { new: true } });
  expect(alexa.player.playerActivity).toBe("STOPPED");
});

test("an answer to the player may not speak", async () => {
  const { alexa } = await alexas.start(() => response({ speech: "Hello." }));
  const turn = await alexa.playback("PlaybackController.NextCommandIssued");
  expect(turn).toMatchObject({
    speech: "",
    exchanges: [{ problem: expect.stringContaining("cannot have outputSpeech") }],
  });
});

test("an event is of no device and of no session", async () => {
  const { alexa, skill } = await alexas.start(() => response());
  await alexa.event("SkillPermissionAccepted", { acceptedPermissions: [{ scope: "a" }] });
  expect(skill.received[0]).toEqual({
    version: "1.0",
    context: {
      System: {
        application: { applicationId: expect.any(String) },
        user: { userId: expect.any(String) },
        apiEndpoint: alexa.apiEndpoint,
        apiAccessToken: expect.any(String),
      },
    },
    request: {
      type: "AlexaSkillEvent.SkillPermissionAccepted",
      requestId: expect.any(String),
      timestamp: "2026-11-23T09:00:00Z",
      locale: "en-US",
      eventCreationTime: "2026-11-23T09:00:00.000Z",
      eventPublishingTime: "2026-11-23T09:00:00.000Z",
      body: { acceptedPermissions: [{ scope: "a" }] },
    },
  });
});

test.each([
  ["SkillDisabled", "AlexaSkillEvent.SkillDisabled"],
  ["AlexaSkillEvent.SkillDisabled", "AlexaSkillEvent.SkillDisabled"],
  ["Reminders.ReminderStarted", "Reminders.ReminderStarted"],
  ["AlexaHouseholdListEvent.ItemsCreated", "AlexaHouseholdListEvent.ItemsCreated"],
  ["Messaging.MessageReceived", "Messaging.MessageReceived"],
])("the event %s is the request %s, of no device", async (name, type) => {
  const { alexa, skill } = await alexas.start(() => response());
  await alexa.event(name);
  expect(skill.received[0]?.request.type).toBe(type);
  expect(skill.received[0]?.session).toBeUndefined();
  expect(skill.received[0]?.context.System.device).toBeUndefined();
});

test("an event does not end the session", async () => {
  const { alexa } = await alexas.start(() => ask("Hello."));
  await alexa.say(open);
  expect((await alexa.event("SkillAccountLinked")).sessionOpen).toBe(true);
});

test("whether an intent would be carried out is asked outside any session", async () => {
  const canFulfillIntent = {
    canFulfill: "YES",
    slots: { size: { canUnderstand: "YES", canFulfill: "YES" } },
  };
  const { alexa, skill } = await alexas.start(() => ({
    version: "1.0",
    response: { canFulfillIntent },
  }));
  expect((await alexa.canFulfill("OrderIntent", { size: "big" })).canFulfill).toEqual(
    canFulfillIntent,
  );
  const { session, request } = skill.received[0] ?? {};
  expect(session).toBeUndefined();
  expect(request).toMatchObject({
    type: "CanFulfillIntentRequest",
    intent: {
      slots: {
        size: {
          value: "big",
          resolutions: { resolutionsPerAuthority: [{ values: [{ value: { id: "l" } }] }] },
        },
      },
    },
  });
});

test("a request of the test's own is filled in, sent, and its answer carried out", async () => {
  const { alexa, skill } = await alexas.start(({ request }) =>
    ask(request.type, { attributes: { seen: request.type } }),
  );
  await alexa.say(open);
  const turn = await alexa.request({
    request: { type: "GameEngine.InputHandlerEvent", requestId: "mine", events: [] },
  });
  expect(turn).toMatchObject({
    speech: "GameEngine.InputHandlerEvent",
    attributes: { seen: "GameEngine.InputHandlerEvent" },
  });
  expect(skill.received[1]).toMatchObject({
    session: { new: false, attributes: { seen: "LaunchRequest" } },
    request: { requestId: "mine", locale: "en-US", events: [] },
  });
});

test("a whole envelope is sent to the letter", async () => {
  const { alexa, skill } = await alexas.start(() => response({ speech: "Hello." }));
  const envelope = {
    version: "1.0",
    session: { new: true, sessionId: "s", application: { applicationId: "a" }, user: {} },
    context: { System: { application: { applicationId: "a" } } },
    request: {
      type: "LaunchRequest" as const,
      shouldLinkResultBeReturned: false,
      requestId: "r",
      timestamp: "2020-01-01T00:00:00Z",
      locale: "en-GB",
    },
  };
  await alexa.request(envelope);
  expect(skill.received[0]).toEqual(envelope);
});

const moreSizes = {
  type: "Dialog.UpdateDynamicEntities",
  updateBehavior: "REPLACE",
  types: [
    { name: "Size", values: [{ id: "xxl", name: { value: "monster", synonyms: ["huge"] } }] },
  ],
};

/** Teaches a size at the start, and forgets it when told to. */
function teacher({ request }: ReceivedRequest): object {
  if (request.type === "LaunchRequest") return ask("Which size?", { directives: [moreSizes] });
  if (request.intent?.name === "AMAZON.HelpIntent")
    return ask("Gone.", { directives: [{ ...moreSizes, updateBehavior: "CLEAR" }] });
  return ask("Well.");
}

test("a skill teaches values for one session, by an authority of their own", async () => {
  const { alexa, skill } = await alexas.start(teacher);
  await alexa.say(open);
  expect((await alexa.say("huge")).understood).toEqual({
    name: "SizeIntent",
    slots: { size: { value: "huge", id: "xxl" } },
  });
  expect(skill.received[1]?.request.intent?.slots?.size?.resolutions).toMatchObject({
    resolutionsPerAuthority: [
      {
        authority: expect.stringContaining("echo-sdk.dynamic."),
        status: { code: "ER_SUCCESS_MATCH" },
      },
      { status: { code: "ER_SUCCESS_NO_MATCH" } },
    ],
  });
  await alexa.say(open);
  await alexa.say("help");
  expect((await alexa.say("huge")).understood).toMatchObject({ name: "AMAZON.FallbackIntent" });
});

test("more values than Alexa takes are refused", async () => {
  const values = Array.from({ length: 101 }, (_, at) => ({ name: { value: `v${at}` } }));
  const directives = [{ ...moreSizes, types: [{ name: "Size", values }] }];
  const { alexa } = await alexas.start(() => ask("Hello.", { directives }));
  expect((await alexa.say(open)).exchanges[0]?.problem).toContain("at most 100 are allowed");
});

test("a slot that takes several values gets a list of them", async () => {
  const several = { name: "toppings", type: "Size", multipleValues: { enabled: true } };
  const model = {
    interactionModel: {
      languageModel: {
        invocationName: "anna's pizza",
        intents: [{ name: "TopIntent", slots: [several], samples: ["with {toppings}"] }],
        types: [{ name: "Size", values: [{ id: "h", name: { value: "ham", synonyms: [] } }] }],
      },
    },
  };
  const { alexa, skill } = await alexas.start(() => ask("Hello."), { model });
  await alexa.say(open);
  const turn = await alexa.say("with ham, green olives and onions");
  expect(turn.understood?.slots.toppings?.values).toEqual(["ham", "green olives", "onions"]);
  const slot = skill.received[1]?.request.intent?.slots?.toppings;
  expect(slot).toMatchObject({
    slotValue: {
      type: "List",
      values: [
        { type: "Simple", value: "ham", resolutions: {} },
        { type: "Simple", value: "green olives" },
        { type: "Simple", value: "onions" },
      ],
    },
  });
  expect(slot?.value).toBeUndefined();
});
