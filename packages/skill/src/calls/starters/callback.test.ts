import { expect, test } from "@jest/globals";
import { HttpFailure, type HttpFailureKind } from "../../http/http-failure.ts";
import { echoAccess } from "../../testing/alexa-access.ts";
import { type CreateSipMediaApplicationCall, createCallbackStarter } from "./callback.ts";

const call = {
  contextId: "c1",
  attributes: { reason: "billing" },
  access: echoAccess,
  callerNumber: "+12045551111",
  signal: new AbortController().signal,
};

function starterWith(createCall: CreateSipMediaApplicationCall) {
  return createCallbackStarter({
    createCall,
    sipMediaApplicationId: "sma-1",
    fromNumber: "+16073331111",
  });
}

test("the SIP media application is told whom to ring, and the context ID", async () => {
  const created: unknown[] = [];
  const starter = starterWith(async (request, signal) => {
    created.push([request, signal]);
  });
  await starter.start(call);
  expect(created).toEqual([
    [
      {
        FromPhoneNumber: "+16073331111",
        ToPhoneNumber: "+12045551111",
        SipMediaApplicationId: "sma-1",
        ArgumentsMap: { contextId: "c1" },
      },
      call.signal,
    ],
  ]);
});

test.each<[HttpFailureKind, string]>([
  ["bad-request", "callback.refused"],
  ["bad-token", "callback.refused"],
  ["access-denied", "callback.refused"],
  ["not-found", "callback.refused"],
  ["throttled", "callback.throttled"],
  ["unavailable", "callback.unavailable"],
  ["timeout", "callback.timeout"],
  ["connection-lost", "callback.connection-lost"],
])("a failure of kind %s is %s", async (kind, code) => {
  const starter = starterWith(() => Promise.reject(new HttpFailure(kind)));
  await expect(starter.start(call)).rejects.toMatchObject({ name: "CallFailure", code });
});

test("nothing is needed of the request but what the caller's number takes, wherever it comes from", () => {
  const { check, needsCallerNumber } = starterWith(async () => undefined);
  expect(needsCallerNumber).toBe(true);
  const apiEndpoint = "https://api.eu.amazonalexa.com";
  expect(() => check({ ...echoAccess, apiEndpoint, device: undefined })).not.toThrow();
});
