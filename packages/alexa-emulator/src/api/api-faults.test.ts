import { afterEach, expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import type { ReceivedRequest } from "../testing/fake-skill.ts";
import { ask } from "../testing/responses.ts";
import { callApi, communicationBody } from "../testing/skill-http.ts";
import { mobileNumber, TestAlexas } from "../testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const sessionPath = "/v1/communications/session";
const mobileNumberPath = "/v2/accounts/~current/settings/Profile.mobileNumber";
const customer = { mobileNumber, permissions: ["alexa::profile:mobile_number:read"] };

async function opened() {
  const { alexa, skill, clock, story } = await alexas.start(() => ask("Hello."), { customer });
  await alexa.say("open anna's pizza");
  const received = skill.received[0] as ReceivedRequest;
  return {
    alexa,
    clock,
    story,
    getNumber: () => callApi(received, "GET", mobileNumberPath),
    startSession: (id: string) =>
      callApi(received, "POST", sessionPath, { body: communicationBody(id) }),
  };
}

test.each([
  [400, "InvalidInput"],
  [401, "BadToken"],
  [403, "AccessDenied"],
  [404, "NotFound"],
  [429, "Throttling"],
  [500, "InternalServerError"],
  [503, "HTTP_503"],
])("StartCommunicationSession can answer %i %s, and starts nothing", async (status, code) => {
  const { alexa, startSession } = await opened();
  alexa.faults.api.inject({ kind: "error", status }, { operation: "communications-session" });
  expect(await startSession("one")).toMatchObject({ status, body: { code } });
  expect((await alexa.say("help")).calls).toEqual([]);
});

test.each([
  [401, "UNAUTHORIZED"],
  [403, "ACCESS_DENIED"],
  [429, "TOO_MANY_REQUESTS"],
  [500, "INTERNAL_ERROR"],
])("the profile can answer %i %s", async (status, code) => {
  const { alexa, getNumber } = await opened();
  alexa.faults.api.inject({ kind: "error", status }, { operation: "mobile-number" });
  expect(await getNumber()).toMatchObject({ status, body: { code } });
});

test("an API can have nothing to say", async () => {
  const { alexa, getNumber } = await opened();
  alexa.faults.api.inject({ kind: "no-content" });
  expect((await getNumber()).status).toBe(204);
});

test("an API can answer what it never should", async () => {
  const { alexa, getNumber } = await opened();
  alexa.faults.api.inject({ kind: "answer", status: 200, body: "<html>" });
  expect(await getNumber()).toEqual({ status: 200, body: "<html>" });
});

test("a broken connection: the session is not started", async () => {
  const { alexa, startSession } = await opened();
  alexa.faults.api.inject({ kind: "connection-reset" });
  await expect(startSession("one")).rejects.toThrow("fetch failed");
  expect((await alexa.say("help")).calls).toEqual([]);
});

test("a lost answer: the session is started, and the device calls", async () => {
  const { alexa, startSession } = await opened();
  alexa.faults.api.inject({ kind: "answer-lost" });
  await expect(startSession("one")).rejects.toThrow("fetch failed");
  expect((await alexa.say("help")).calls).toMatchObject([{ clientSessionId: "one" }]);
});

test("a late answer is the right one", async () => {
  const { alexa, clock, getNumber } = await opened();
  alexa.faults.api.inject({ kind: "delay", ms: 3000 });
  const answer = getNumber();
  await clock.untilScheduled(3000);
  clock.advance(3000);
  expect(await answer).toEqual({ status: 200, body: mobileNumber });
});

test("a hung request ends with the emulator, not before", async () => {
  const { alexa, story, startSession } = await opened();
  alexa.faults.api.inject({ kind: "hang" });
  const answer = startSession("one");
  const refused = expect(answer).rejects.toThrow("fetch failed");
  await until(() => story.at(-1)?.kind === "alexa.api");
  await alexas.close();
  await refused;
});

test("a fault befalls its API only, as often as it should", async () => {
  const { alexa, getNumber, startSession } = await opened();
  alexa.faults.api.inject({ kind: "error", status: 500 }, { operation: "mobile-number", times: 1 });
  expect((await startSession("one")).status).toBe(200);
  expect((await getNumber()).status).toBe(500);
  expect((await getNumber()).status).toBe(200);
});

test("cleared faults befall nobody", async () => {
  const { alexa, getNumber } = await opened();
  alexa.faults.api.inject({ kind: "error", status: 500 });
  alexa.faults.api.clear();
  expect((await getNumber()).status).toBe(200);
});
