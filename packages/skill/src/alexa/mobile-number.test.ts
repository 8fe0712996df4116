import { expect, test } from "@jest/globals";
import { HttpFailure, type HttpFailureKind } from "../http/http-failure.ts";
import type { HttpAnswer, HttpRequest } from "../http/send-http.ts";
import type { AlexaAccess } from "./alexa-access.ts";
import { createFetchMobileNumber } from "./mobile-number.ts";

const access: AlexaAccess = {
  apiEndpoint: "https://api.amazonalexa.com",
  apiAccessToken: "token",
  device: undefined,
  persistentUnitId: undefined,
};
const signal = new AbortController().signal;

function fetchFrom(status: number, body: string, contentType = "application/json") {
  const answer: HttpAnswer = { status, headers: { "content-type": contentType }, body };
  return createFetchMobileNumber(async () => answer)(access, signal);
}

test("the profile is asked with the request's own token, endpoint and time limit", async () => {
  const sent: HttpRequest[] = [];
  const fetchNumber = createFetchMobileNumber(async (request) => {
    sent.push(request);
    return { status: 200, headers: {}, body: '{"countryCode":"+1","phoneNumber":"2045551111"}' };
  });
  expect(await fetchNumber(access, signal)).toBe("+12045551111");
  expect(sent).toMatchObject([
    {
      method: "GET",
      url: "https://api.amazonalexa.com/v2/accounts/~current/settings/Profile.mobileNumber",
      headers: { Authorization: "Bearer token" },
      signal,
    },
  ]);
});

test.each([
  [{ countryCode: "+1", phoneNumber: "2045551111" }, "+12045551111"],
  [{ countryCode: "1", phoneNumber: "(204) 555-1111" }, "+12045551111"],
  [{ countryCode: "+52", phoneNumber: "55 1234 5678" }, "+525512345678"],
  [{ phoneNumber: "+1 204 555 1111" }, "+12045551111"],
  [{ countryCode: "+1", phoneNumber: "+12045551111" }, "+12045551111"],
])("%j is the number %s", async (number, expected) => {
  expect(await fetchFrom(200, JSON.stringify(number))).toBe(expected);
});

test.each([
  [204, "", "profile.no-number"],
  [200, "", "profile.no-number"],
  [200, "{}", "profile.no-number"],
  [200, '{"countryCode":"+1","phoneNumber":""}', "profile.no-number"],
  [200, '{"countryCode":"+1","phoneNumber":"911"}', "profile.unusable-number"],
  [200, '{"phoneNumber":"0"}', "profile.unusable-number"],
  [200, "<html>2045551111", "profile.unavailable"],
  [400, "{}", "profile.bad-request"],
  [401, "{}", "profile.bad-token"],
  [403, '{"code":"ACCESS_DENIED"}', "profile.access-denied"],
  [404, "", "profile.not-found"],
  [429, "{}", "profile.throttled"],
  [500, "<html>", "profile.unavailable"],
  [503, "{}", "profile.unavailable"],
])("an answer of %i %j is %s", async (status, body, code) => {
  await expect(fetchFrom(status, body)).rejects.toMatchObject({ name: "CallFailure", code });
});

test.each<HttpFailureKind>(["timeout", "connection-lost"])("no answer: %s", async (kind) => {
  const fetchNumber = createFetchMobileNumber(() => Promise.reject(new HttpFailure(kind)));
  await expect(fetchNumber(access, signal)).rejects.toMatchObject({ code: `profile.${kind}` });
});

test("what the profile answered gets into no error", async () => {
  const failure = await fetchFrom(200, "<html>2045551111").catch((error: unknown) => error);
  const { message, cause } = failure as Error;
  expect(`${message} ${String(cause)}`).not.toContain("2045551111");
});

test.each([
  [{ apiAccessToken: undefined }, "request.no-token"],
  [{ apiEndpoint: "https://example.com" }, "request.untrusted-endpoint"],
])("with %j nothing is sent", async (lack, code) => {
  const fetchNumber = createFetchMobileNumber(() => Promise.reject(new Error("was sent")));
  await expect(fetchNumber({ ...access, ...lack }, signal)).rejects.toMatchObject({ code });
});
