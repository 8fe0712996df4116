import { afterEach, expect, test } from "@jest/globals";
import type { AlexaOptions } from "../alexa-options.ts";
import type { Alexa } from "../start-alexa.ts";
import type { ReceivedRequest } from "../testing/fake-skill.ts";
import { ask } from "../testing/responses.ts";
import { callApi, communicationBody, type HttpParts } from "../testing/skill-http.ts";
import { mobileNumber, TestAlexas } from "../testing/test-alexas.ts";

const alexas = new TestAlexas();
afterEach(() => alexas.close());

const mobileNumberPath = "/v2/accounts/~current/settings/Profile.mobileNumber";
const givenNamePath = "/v2/accounts/~current/settings/Profile.givenName";
const sessionPath = "/v1/communications/session";
const scope = "alexa::profile:mobile_number:read";
const granted = { givenName: "Anna", mobileNumber, permissions: [scope] };

interface OpenAlexa {
  readonly alexa: Alexa;
  readonly received: ReceivedRequest;
  get(path: string, parts?: HttpParts): ReturnType<typeof callApi>;
  post(path: string, body: unknown, parts?: HttpParts): ReturnType<typeof callApi>;
}

/** A skill that has been opened and may call the APIs. */
async function opened(options: Partial<AlexaOptions> = {}): Promise<OpenAlexa> {
  const { alexa, skill } = await alexas.start(() => ask("Hello."), options);
  await alexa.say("open anna's pizza");
  const [received] = skill.received;
  if (!received) throw new Error("The skill was not opened.");
  return {
    alexa,
    received,
    get: (path, parts) => callApi(received, "GET", path, parts),
    post: (path, body, parts) => callApi(received, "POST", path, { body, ...parts }),
  };
}

test("the mobile number comes in its two parts", async () => {
  const { get } = await opened({ customer: granted });
  expect(await get(mobileNumberPath)).toEqual({ status: 200, body: mobileNumber });
});

test("without the permission the profile is closed", async () => {
  const { get } = await opened();
  const denied = {
    status: 403,
    body: { code: "ACCESS_DENIED", message: "Access denied with reason: ACCESS_NOT_REQUESTED" },
  };
  expect(await get(mobileNumberPath)).toEqual(denied);
  expect(await get(givenNamePath)).toEqual(denied);
});

test("a permission opens one part of the profile", async () => {
  const { alexa, get } = await opened({ customer: granted });
  expect((await get(givenNamePath)).status).toBe(403);
  alexa.customer.grant(["alexa::profile:given_name:read"]);
  expect(await get(givenNamePath)).toEqual({ status: 200, body: "Anna" });
});

test("a permission that is taken back closes it", async () => {
  const { alexa, get } = await opened({ customer: granted });
  alexa.customer.revoke([scope]);
  expect((await get(mobileNumberPath)).status).toBe(403);
});

test("what the customer has not told is 204", async () => {
  const { get } = await opened({ customer: { permissions: [scope] } });
  expect(await get(mobileNumberPath)).toEqual({ status: 204, body: "" });
});

test.each(["", "wrong"])("the token %p is refused by every API", async (token) => {
  const { get, post } = await opened({ customer: granted });
  expect((await get(mobileNumberPath, { token })).status).toBe(401);
  expect((await get(givenNamePath, { token })).status).toBe(401);
  expect((await get("/v1/communications/profile", { token })).status).toBe(401);
  expect((await post("/v1/directives", {}, { token })).status).toBe(401);
  expect(await post(sessionPath, communicationBody(), { token })).toEqual({
    status: 401,
    body: { code: "BadToken", message: "The access token is missing or not valid." },
  });
});

test("a path that is no API is 404", async () => {
  const { get } = await opened();
  expect((await get("/v1/reminders")).status).toBe(404);
});

test("a communication session is started", async () => {
  const { post } = await opened();
  expect(await post(sessionPath, communicationBody())).toEqual({
    status: 200,
    body: { sessionId: expect.stringMatching(/^id-\d+$/) },
  });
});

test("a clientSessionId is used once", async () => {
  const { post } = await opened();
  await post(sessionPath, communicationBody());
  expect(await post(sessionPath, communicationBody())).toEqual({
    status: 400,
    body: {
      code: "InvalidInput",
      message: "clientContext.clientSessionId has been used before",
    },
  });
});

test("another device cannot be the originator", async () => {
  const { post } = await opened({ device: { deviceId: "amzn1.ask.device.OTHER" } });
  expect(await post(sessionPath, communicationBody())).toMatchObject({
    status: 400,
    body: { message: "participants: endpointId is not the caller's device" },
  });
});

test("a caller who has not enabled calling is 403 AccessDenied", async () => {
  const { alexa, post } = await opened();
  alexa.customer.callingEnabled = false;
  expect(await post(sessionPath, communicationBody())).toMatchObject({
    status: 403,
    body: { code: "AccessDenied" },
  });
});

test.each(["EU", "FE"] as const)(
  "outside North America (%s) there is no skill calling",
  async (region) => {
    const { post } = await opened({ region });
    expect((await post(sessionPath, communicationBody())).status).toBe(404);
  },
);

test.each([
  ["no JSON", "{", {}],
  ["another content type", JSON.stringify(communicationBody()), { "content-type": "text/plain" }],
])("a body that is %s is 400 InvalidInput", async (_, body, headers) => {
  const { post } = await opened();
  expect(await post(sessionPath, body, { headers })).toMatchObject({
    status: 400,
    body: { code: "InvalidInput" },
  });
});

const smartProperty = {
  unitId: "unit",
  persistentUnitId: "persistent-unit",
  profileId: "profile",
  lwaAccessToken: "lwa",
};

test.each([
  ["entity.type=UNIT&entity.id=persistent-unit", 200, { profileId: { profileId: "profile" } }],
  ["entity.type=UNIT&entity.id=other", 404, { code: "NotFound" }],
  ["entity.type=ROOM&entity.id=persistent-unit", 400, { code: "InvalidInput" }],
])("the communication profile of ?%s", async (query, status, body) => {
  const { get } = await opened({ smartProperty });
  expect(await get(`/v1/communications/profile?${query}`, { token: "lwa" })).toMatchObject({
    status,
    body,
  });
});

test("the communication profile wants the organisation's token, not the skill's", async () => {
  const { get } = await opened({ smartProperty });
  const path = "/v1/communications/profile?entity.type=UNIT&entity.id=persistent-unit";
  expect((await get(path)).status).toBe(401);
});
