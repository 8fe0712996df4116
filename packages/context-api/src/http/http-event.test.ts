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

function requestBy(method: string, parts: object = {}): Request {
  const requestContext = { http: { method } };
  return requestOf(readHttpEvent({ rawPath: "/v1/contexts/x", requestContext, ...parts }));
}

test.each([
  ["get", "GET"],
  ["Patch", "PATCH"],
  ["TRACE", "X-TRACE"],
  ["connect", "X-CONNECT"],
  ["Track", "X-TRACK"],
  ["PROPFIND", "PROPFIND"],
  ["", "X-NO-METHOD"],
  ["G T", "X-NO-METHOD"],
  ["/GET", "X-NO-METHOD"],
  ["GET\r\nhost: x", "X-NO-METHOD"],
  ["ſet", "X-NO-METHOD"],
])("a request by %j is one by %s", (method, expected) => {
  expect(requestBy(method).method).toBe(expected);
});

test.each(["get", "Head", "GET"])("a body that comes with %s is left out", async (method) => {
  expect(await requestBy(method, { body: "{}" }).text()).toBe("");
});

test.each([
  ["", "x"],
  ["a b", "x"],
  ["a:", "x"],
  ["ä", "x"],
  ["\uffff", "x"],
  ["host\n", "x"],
  ["x-agent", "Zoë"],
  ["x-agent", "a\r\nb"],
  ["x-agent", "\0"],
])("the header %j with %j is left out", (name, value) => {
  expect([
    ...requestBy("GET", { headers: { [name]: value, accept: "text/html" } }).headers,
  ]).toEqual([["accept", "text/html"]]);
});
