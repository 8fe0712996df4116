import { expect, test } from "@jest/globals";
import type { RequestEnvelope } from "ask-sdk-model";
import {
  type AlexaAccess,
  apiAccessTokenOf,
  apiEndpointOf,
  deviceIdOf,
  readAlexaAccess,
} from "./alexa-access.ts";

function accessOf(system: unknown): AlexaAccess {
  return readAlexaAccess({ context: { System: system } } as RequestEnvelope);
}

test("a whole request lets the skill use all of it", () => {
  const access = accessOf({
    apiEndpoint: "https://api.amazonalexa.com",
    apiAccessToken: "token",
    device: { deviceId: "device-1", supportedInterfaces: {} },
    unit: { persistentUnitId: "unit-1" },
  });
  expect(access.persistentUnitId).toBe("unit-1");
  expect(apiEndpointOf(access).region).toBe("north-america");
  expect(apiAccessTokenOf(access)).toBe("token");
  expect(deviceIdOf(access)).toBe("device-1");
});

test.each([
  ["no token", {}, apiAccessTokenOf, "request.no-token"],
  ["an empty token", { apiAccessToken: "" }, apiAccessTokenOf, "request.no-token"],
  ["no device", {}, deviceIdOf, "request.no-device"],
  ["a device without ID", { device: {} }, deviceIdOf, "request.no-device-id"],
  ["a device with an empty ID", { device: { deviceId: "" } }, deviceIdOf, "request.no-device-id"],
  ["no endpoint", {}, apiEndpointOf, "request.untrusted-endpoint"],
  [
    "someone else's endpoint",
    { apiEndpoint: "https://example.com" },
    apiEndpointOf,
    "request.untrusted-endpoint",
  ],
])("a request with %s says so", (_, system, read, code) => {
  expect(() => read(accessOf(system))).toThrow(expect.objectContaining({ code }));
});

test("a request without a context lets the skill use nothing", () => {
  expect(readAlexaAccess({})).toEqual(accessOf({}));
});
