import { inspect } from "node:util";
import { expect, test } from "@jest/globals";
import { HttpFailure } from "../../http/http-failure.ts";
import type { HttpAnswer, HttpRequest } from "../../http/send-http.ts";
import { echoAccess } from "../../testing/alexa-access.ts";
import { createSmartPropertiesStarter } from "./smart-properties.ts";

const tokenUrl = "https://api.amazon.com/auth/o2/token";
const sessionUrl = "https://api.amazonalexa.com/v1/communications/session";
const unitId = "amzn1.alexa.unit.did.1";
const profileUrl = `https://api.amazonalexa.com/v1/communications/profile?entity.type=UNIT&entity.id=${unitId}`;

const call = {
  contextId: "c1",
  attributes: { reason: "billing" },
  access: { ...echoAccess, persistentUnitId: unitId },
  callerNumber: undefined,
  signal: new AbortController().signal,
};

const answers: Record<string, HttpAnswer> = {
  [tokenUrl]: { status: 200, headers: {}, body: '{"access_token":"lwa-token","expires_in":3600}' },
  [profileUrl]: { status: 200, headers: {}, body: '{"profileId":{"profileId":"profile-1"}}' },
  [sessionUrl]: { status: 200, headers: {}, body: '{"sessionId":"s"}' },
};

function starterWith(
  changed: Record<string, HttpAnswer>,
  sent: HttpRequest[] = [],
  secrets: Record<string, string> = {
    "arn:secret": '{"clientSecret":"secret","refreshToken":"Atzr|1"}',
  },
) {
  return createSmartPropertiesStarter({
    extension: "5000",
    login: { tokenUrl, clientId: "client", secretArn: "arn:secret" },
    readSecret: async (secretArn) => {
      const text = secrets[secretArn];
      if (text === undefined) throw new HttpFailure("access-denied");
      return text;
    },
    send: async (request) => {
      sent.push(request);
      const answer = { ...answers, ...changed }[request.url];
      if (!answer) throw new HttpFailure("connection-lost");
      return answer;
    },
  });
}

test("login, the unit's profile, and the call from the unit to the extension", async () => {
  const sent: HttpRequest[] = [];
  await starterWith({}, sent).start(call);
  expect(sent.map(({ method, url }) => [method, url])).toEqual([
    ["POST", tokenUrl],
    ["GET", profileUrl],
    ["POST", sessionUrl],
  ]);
  const [login, profile, session] = sent;
  expect(login?.body).toBe(
    "grant_type=refresh_token&refresh_token=Atzr%7C1&client_id=client&client_secret=secret",
  );
  expect(profile?.headers.Authorization).toBe("Bearer lwa-token");
  expect(session?.headers.Authorization).toBe("Bearer token-of-the-request");
  const provider = "amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002";
  expect(JSON.parse(session?.body ?? "")).toStrictEqual({
    participants: [
      {
        id: { type: "COMMUNICATION_PROFILE_ID", value: "profile-1" },
        communicationProviderId: provider,
        endpointId: "amzn1.ask.device.1",
        isOriginator: true,
      },
      { id: { type: "RAW_ADDRESS", value: "5000" }, communicationProviderId: provider },
    ],
    clientContext: { clientSessionId: "c1" },
  });
});

test("the profile's ID may come without a second object around it", async () => {
  const sent: HttpRequest[] = [];
  const body = '{"profileId":"profile-2"}';
  await starterWith({ [profileUrl]: { status: 200, headers: {}, body } }, sent).start(call);
  expect(sent.at(-1)?.body).toContain('"value":"profile-2"');
});

test.each([
  ["the login is refused", tokenUrl, 400, "{}", "property.refused"],
  ["the login answers no token", tokenUrl, 200, "{}", "property.unavailable"],
  ["the unit has no profile", profileUrl, 404, "{}", "property.refused"],
  ["the profile is not JSON", profileUrl, 200, "<html>", "property.unavailable"],
  ["the session is refused", sessionUrl, 403, "{}", "property.refused"],
  ["there are too many", sessionUrl, 429, "{}", "property.throttled"],
  ["Alexa is down", sessionUrl, 500, "", "property.unavailable"],
])("when %s, that is told", async (_, url, status, body, code) => {
  const { start } = starterWith({ [url]: { status, headers: {}, body } });
  await expect(start(call)).rejects.toMatchObject({ name: "CallFailure", code });
});

test("no number of the caller's is needed, but a room is", () => {
  const starter = starterWith({});
  expect(starter.needsCallerNumber).toBe(false);
  expect(() => starter.check(call.access)).not.toThrow();
  expect(() => starter.check(echoAccess)).toThrow(
    expect.objectContaining({ code: "property.no-unit" }),
  );
});

test.each([
  ["cannot be read", {}],
  ["is not JSON", { "arn:secret": "secret" }],
  ["misses the refresh token", { "arn:secret": '{"clientSecret":"secret"}' }],
])("a secret that %s: nobody is asked, and no message holds it", async (_, secrets) => {
  const sent: HttpRequest[] = [];
  const failure = await starterWith({}, sent, secrets)
    .start(call)
    .catch((error: unknown) => error);
  expect(failure).toMatchObject({ code: "property.refused" });
  expect(inspect(failure)).not.toContain("clientSecret");
  expect(sent).toEqual([]);
});
