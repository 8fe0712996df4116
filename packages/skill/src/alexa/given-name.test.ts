import { afterEach, expect, test } from "@jest/globals";
import { sendHttp } from "../http/send-http.ts";
import { echoAccess } from "../testing/alexa-access.ts";
import {
  answerJson,
  type LoopbackServer,
  startLoopbackServer,
} from "../testing/loopback-server.ts";
import { createFetchGivenName } from "./mobile-number.ts";

let server: LoopbackServer | undefined;
afterEach(() => server?.close());

async function givenName(status: number, body: unknown) {
  server = await startLoopbackServer((_, response) => answerJson(response, status, body));
  const access = { ...echoAccess, apiEndpoint: server.origin };
  return createFetchGivenName(sendHttp)(access, AbortSignal.timeout(5000));
}

test("the profile's given name is one signed request", async () => {
  expect(await givenName(200, "Anna")).toBe("Anna");
  expect(server?.seen).toMatchObject([
    {
      method: "GET",
      url: "/v2/accounts/~current/settings/Profile.givenName",
      headers: { authorization: "Bearer token-of-the-request" },
    },
  ]);
});

test.each([
  [403, { code: "ACCESS_DENIED" }],
  [500, {}],
  [200, { name: "Anna" }],
  [200, null],
])("an answer %s %j is no name and no failure", async (status, body) => {
  expect(await givenName(status, body)).toBeUndefined();
});

test("an endpoint that is not Amazon's is not asked", async () => {
  const access = { ...echoAccess, apiEndpoint: "https://api.example.com" };
  expect(await createFetchGivenName(sendHttp)(access, AbortSignal.timeout(5000))).toBeUndefined();
});
