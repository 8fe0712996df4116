import { expect, test } from "@jest/globals";
import { readHttpEvent, requestOf } from "./http-event.ts";

test("what is null in an event is not there", async () => {
  const nothing = { rawQueryString: null, headers: null, body: null, isBase64Encoded: null };
  const requestContext = { http: { method: "POST" }, authorizer: null };
  const event = { rawPath: "/v1/contexts:lookup", ...nothing, requestContext };
  const request = requestOf(readHttpEvent(event));
  expect(new URL(request.url).search).toBe("");
  expect([...request.headers]).toEqual([]);
  expect(await request.text()).toBe("");
});
