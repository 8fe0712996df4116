import { expect, test } from "@jest/globals";
import { encodeContextId, InvalidRecordError } from "@skill-call/call-context";
import { Desk } from "../support/desk.ts";
import { skillCallHeaders } from "../support/phone-line.ts";
import {
  contactCentre,
  sampleConfig,
  skillClientId,
  switchboard,
} from "../support/sample-config.ts";
import { sampleContext } from "../support/sample-context.ts";

const toSwitchboard = [
  { Type: "CallAndBridge", Parameters: { Endpoints: [{ Uri: switchboard.number }] } },
];
const refused = [{ Type: "Hangup", Parameters: { CallId: "leg-a", SipResponseCode: "480" } }];

/** The guide's own sample event: its User-to-User is cut short. */
const truncated = "6373693d64623739323233332d386466;encoding=hex";

interface Case {
  readonly problem: string;
  readonly headers: (desk: Desk) => Promise<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    problem: "not-found",
    headers: async () => skillCallHeaders(encodeContextId("db792233-8df3-416c-8d80-a70038747b74")),
  },
  { problem: "not-found", headers: async () => skillCallHeaders(truncated) },
  {
    problem: "expired",
    headers: async (desk) => {
      const contextId = await desk.stored();
      desk.storeTime += 2 * 3_600_000;
      return skillCallHeaders(encodeContextId(contextId));
    },
  },
  {
    problem: "already-claimed",
    headers: async (desk) => {
      const contextId = await desk.stored();
      await desk.skillCall(contextId, { transactionId: "another-call" }).incoming();
      return skillCallHeaders(encodeContextId(contextId));
    },
  },
  {
    problem: "no-context-id",
    headers: async () => ({ "X-Alexa-LWA-ClientId": skillClientId }),
  },
  { problem: "no-context-id", headers: async () => skillCallHeaders("6373693;encoding=hex") },
  { problem: "no-context-id", headers: async () => skillCallHeaders("00ff;encoding=base64") },
  { problem: "ordinary-call", headers: async () => ({}) },
  {
    problem: "ordinary-call",
    headers: async (desk) => ({ "User-to-User": encodeContextId(await desk.stored()) }),
  },
];

test.each(cases)(
  "a call with $problem goes to otherwise, flagged",
  async ({ problem, headers }) => {
    const desk = new Desk();
    const line = desk.line({ headers: await headers(desk) });
    expect(await line.incoming()).toMatchObject(toSwitchboard);
    const to = expect.stringMatching(/^otherwise\/0\/1\/[\w-]{8}$/);
    expect(line.attributes).toMatchObject({ why: problem, to });
    expect(desk.logged("call.context").at(-1)).toMatchObject({ problem, rule: "otherwise" });
  },
);

test.each(cases)("a call with $problem is refused where the deployment says so", async (one) => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  const line = desk.line({ headers: await one.headers(desk) });
  expect(await line.incoming()).toEqual(refused);
  expect(desk.logged("call.refused").at(-1)).toMatchObject({ reason: one.problem });
});

test("a call whose context cannot be asked for is not refused: that is no fault of the caller", async () => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  const contextId = await desk.stored();
  desk.ports.store.claim = async () => {
    throw new Error("unreachable");
  };
  expect(await desk.skillCall(contextId).incoming()).toMatchObject(toSwitchboard);
});

test("a call with a good context is taken also where others are refused", async () => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  const [action] = await desk.skillCall(await desk.stored()).incoming();
  expect(action?.Type).toBe("CallAndBridge");
});

test("an ordinary call is not asked for a context, though it carries an ID", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.line({ headers: { "User-to-User": encodeContextId(contextId) } }).incoming();
  expect(desk.storeUses).toEqual([]);
  expect(await desk.statusOf(contextId)).toBe("created");
});

test("a replayed ID is not handed on: whoever answers would see another caller's context", async () => {
  const desk = new Desk(sampleConfig({ otherwise: [contactCentre] }));
  const contextId = await desk.stored();
  await desk.skillCall(contextId, { transactionId: "another-call" }).incoming();
  const replay = desk.skillCall(contextId);
  const [action] = await replay.incoming();
  expect(action?.Type).toBe("CallAndBridge");
  expect(JSON.stringify([action, replay.attributes])).not.toContain(contextId);
  expect(action?.Parameters.SipHeaders).toBeUndefined();
});

test("the end of a replayed call does not touch the other call's context", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.skillCall(contextId, { transactionId: "another-call" }).incoming();
  const replay = desk.skillCall(contextId);
  await replay.incoming();
  await replay.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("claimed");
});

test.each(["amzn1.application-oa2-client.0000", "x", `${skillClientId}x`])(
  "a call that claims to come from the unknown skill %s is refused, its context untouched",
  async (clientId) => {
    const desk = new Desk();
    const contextId = await desk.stored();
    const line = desk.line({
      headers: {
        "User-to-User": encodeContextId(contextId),
        "x-alexa-lwa-clientid": clientId,
      },
    });
    expect(await line.incoming()).toEqual(refused);
    expect(desk.logged("call.refused")).toMatchObject([{ reason: "skill-not-allowed" }]);
    expect(desk.logged("call.event")).toMatchObject([{ outcome: "refused" }]);
    expect(line.attributes).toMatchObject({ at: "ending", n: "1/0/0" });
    expect(await line.hungUp("LEG-A", 480)).toEqual([]);
    expect(desk.storeUses).toEqual([]);
  },
);

test("a record that does not fit goes to otherwise, and its ID goes along: it is this call's", async () => {
  const desk = new Desk(sampleConfig({ otherwise: [contactCentre] }));
  const contextId = await desk.stored();
  const { claim } = desk.ports.store;
  desk.ports.store.claim = async (...args) => {
    await claim(...args);
    throw new InvalidRecordError("reason", "is missing");
  };
  const line = desk.skillCall(contextId);
  const [action] = await line.incoming();
  expect(action?.Parameters.SipHeaders).toMatchObject({ "X-Call-Context-Id": contextId });
  expect(line.attributes).toMatchObject({ why: "invalid-record" });
});

test("a call without a context is told sorry in English, one with a context in its language", async () => {
  const desk = new Desk();
  const stranger = desk.line();
  await stranger.incoming();
  expect((await stranger.failed("CallAndBridge"))[0]).toMatchObject({
    Type: "Speak",
    Parameters: { LanguageCode: "en-US" },
  });
  expect(sampleContext.locale).toBe("fr-CA");
  const caller = desk.skillCall(await desk.stored());
  await caller.incoming();
  expect((await caller.failed("CallAndBridge"))[0]).toMatchObject({
    Type: "Speak",
    Parameters: { LanguageCode: "fr-CA", Text: expect.stringContaining("désolés") },
  });
});

test("without a context the destination service is asked without one", async () => {
  const service = { type: "pstn", destinationService: "https://branches.example.com/closest" };
  const desk = new Desk(sampleConfig({ otherwise: [service] }));
  await desk.line().incoming();
  expect(desk.picks).toMatchObject([{ context: undefined }]);
});
