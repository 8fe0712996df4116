import { afterEach, expect, test } from "@jest/globals";
import { response } from "../testing/responses.ts";
import { callApi } from "../testing/skill-http.ts";
import { TestAlexas } from "../testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const granted = ["alexa::alerts:reminders:skill:readwrite", "alexa::alerts:timers:skill:readwrite"];

async function opened(permissions: readonly string[] = granted) {
  const { alexa, skill } = await alexas.start(() => response(), { customer: { permissions } });
  await alexa.say("open anna's pizza");
  const [request] = skill.received;
  if (!request) throw new Error("The skill was not asked.");
  return (method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown) =>
    callApi(request, method, `/v1/alerts/${path}`, body === undefined ? {} : { body });
}

const reminder = {
  requestTime: "2026-11-23T09:00:00.000",
  trigger: { type: "SCHEDULED_RELATIVE", offsetInSeconds: 60 },
  alertInfo: { spokenInfo: { content: [{ locale: "en-US", text: "Pizza!" }] } },
  pushNotification: { status: "ENABLED" },
};

test("a reminder is set, found, changed and deleted", async () => {
  const call = await opened();
  const { status, body } = await call("POST", "reminders", reminder);
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { alertToken: expect.any(String), status: "ON", createdTime: "2026-11-23T09:00:00.000Z" },
  });
  const { alertToken } = body as { alertToken: string };
  expect((await call("GET", "reminders")).body).toMatchObject({
    totalCount: "1",
    alerts: [{ alertToken, trigger: { offsetInSeconds: 60 } }],
  });
  const later = { ...reminder, trigger: { type: "SCHEDULED_RELATIVE", offsetInSeconds: 90 } };
  expect((await call("PUT", `reminders/${alertToken}`, later)).status).toBe(200);
  expect((await call("GET", `reminders/${alertToken}`)).body).toMatchObject({
    trigger: { offsetInSeconds: 90 },
  });
  expect((await call("DELETE", `reminders/${alertToken}`)).status).toBe(200);
  expect((await call("GET", `reminders/${alertToken}`)).status).toBe(404);
});

test("a timer is set, paused, resumed and deleted with all others", async () => {
  const call = await opened();
  const { body } = await call("POST", "timers", { duration: "PT10M", timerLabel: "pizza" });
  const { id } = body as { id: string };
  expect((await call("POST", `timers/${id}/pause`)).body).toMatchObject({ status: "PAUSED" });
  expect((await call("POST", `timers/${id}/resume`)).body).toMatchObject({ status: "ON" });
  expect((await call("DELETE", "timers")).status).toBe(200);
  expect((await call("GET", "timers")).body).toEqual({ totalCount: "0", timers: [] });
});

test.each([
  ["reminders", {}, /^trigger: /],
  ["reminders", { ...reminder, trigger: { type: "NEVER" } }, /^trigger.type: /],
  ["timers", { duration: "ten minutes" }, /^duration: is not a duration/],
])("%s: %j is 400", async (path, body, message) => {
  const call = await opened();
  expect(await call("POST", path, body)).toMatchObject({
    status: 400,
    body: { message: expect.stringMatching(message) },
  });
});

test.each(["reminders", "timers"])("%s are 401 until the customer allows them", async (path) => {
  const call = await opened([]);
  expect((await call("GET", path)).status).toBe(401);
});
