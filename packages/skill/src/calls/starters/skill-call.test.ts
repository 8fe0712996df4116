import { expect, test } from "@jest/globals";
import { HttpFailure, type HttpFailureKind } from "../../http/http-failure.ts";
import type { HttpRequest } from "../../http/send-http.ts";
import { echoAccess } from "../../testing/alexa-access.ts";
import { createSkillCallStarter } from "./skill-call.ts";

const smaPhoneNumber = "+16073331111";
const call = {
  contextId: "db792233-8df3-416c-8d80-a70038747b74",
  attributes: { reason: "billing" },
  access: echoAccess,
  callerNumber: "+12045551111",
  signal: new AbortController().signal,
};

function starterAnswered(status: number) {
  const send = async () => ({ status, headers: {}, body: "{}" });
  return createSkillCallStarter({ send, smaPhoneNumber });
}

test("the call is one request, exactly as the guide has it", async () => {
  const sent: HttpRequest[] = [];
  const starter = createSkillCallStarter({
    smaPhoneNumber,
    send: async (request) => {
      sent.push(request);
      return { status: 200, headers: {}, body: '{"sessionId":"s"}' };
    },
  });
  await starter.start(call);
  const [{ body, ...request } = { body: "" }, ...more] = sent;
  expect(more).toEqual([]);
  expect(request).toEqual({
    method: "POST",
    url: "https://api.amazonalexa.com/v1/communications/session",
    headers: {
      Authorization: "Bearer token-of-the-request",
      "Content-Type": "application/json",
    },
    signal: call.signal,
  });
  expect(JSON.parse(body ?? "")).toStrictEqual({
    participants: [
      {
        id: { type: "PHONE_NUMBER", value: "+12045551111" },
        endpointId: "amzn1.ask.device.1",
        isOriginator: true,
      },
      {
        id: { type: "PHONE_NUMBER", value: "+16073331111" },
        communicationProviderId: "amzn1.alexa.csp.id.82bb98bc-384a-11ed-a261-0242ac120002",
      },
    ],
    clientContext: { clientSessionId: "db792233-8df3-416c-8d80-a70038747b74" },
  });
});

test.each([
  [400, "session.bad-request"],
  [401, "session.bad-token"],
  [403, "session.access-denied"],
  [404, "session.not-found"],
  [429, "session.throttled"],
  [500, "session.unavailable"],
  [503, "session.unavailable"],
])("an answer of %i is %s", async (status, code) => {
  await expect(starterAnswered(status).start(call)).rejects.toMatchObject({ code, status });
});

test.each<HttpFailureKind>(["timeout", "connection-lost"])("no answer: %s", async (kind) => {
  const send = () => Promise.reject(new HttpFailure(kind));
  const starter = createSkillCallStarter({ send, smaPhoneNumber });
  await expect(starter.start(call)).rejects.toMatchObject({ code: `session.${kind}` });
});

test.each([
  [{ apiEndpoint: "https://api.eu.amazonalexa.com" }, "request.outside-north-america"],
  [{ apiEndpoint: "https://api.fe.amazonalexa.com" }, "request.outside-north-america"],
  [{ apiEndpoint: undefined }, "request.untrusted-endpoint"],
  [{ apiEndpoint: "https://example.com" }, "request.untrusted-endpoint"],
  [{ apiAccessToken: undefined }, "request.no-token"],
  [{ device: undefined }, "request.no-device"],
  [{ device: { deviceId: undefined } }, "request.no-device-id"],
])("a request with %j is found out before anything is done", (lack, code) => {
  const { check } = starterAnswered(200);
  expect(() => check({ ...echoAccess, ...lack })).toThrow(expect.objectContaining({ code }));
});

test("a whole request is fine", () => {
  expect(() => starterAnswered(200).check(echoAccess)).not.toThrow();
});
