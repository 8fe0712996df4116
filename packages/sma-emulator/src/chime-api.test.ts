import { afterEach, expect, test } from "@jest/globals";
import { type LoopbackEnv, serveOnLoopback } from "@skill-call/emulation";
import { Hono } from "hono";
import { startChimeApi } from "./chime-api.ts";

const closing: { close(): Promise<void> }[] = [];
afterEach(() => Promise.all(closing.splice(0).map((part) => part.close())));

/** Answers what it was asked, and who it is. */
async function echo(name: string) {
  const app = new Hono<LoopbackEnv>();
  app.all("*", async ({ req, json }) => {
    const { pathname, search } = new URL(req.url);
    const { authorization } = req.header();
    return json({ name, asked: pathname + search, authorization, body: await req.text() }, 201);
  });
  const server = await serveOnLoopback(app);
  closing.push(server);
  return server;
}

test.each([
  ["voice", "POST", "/sip-media-applications/sma/calls"],
  ["voice", "POST", "/sip-media-applications/sma/calls/call-1"],
  ["meetings", "POST", "/meetings/m-1/attendees?operation=batch-create"],
  ["meetings", "GET", "/meetings/m-1/attendees/a-1"],
])("a client of the API as it was reaches the %s API with %s %s", async (name, method, asked) => {
  const api = await startChimeApi({
    voiceApi: await echo("voice"),
    meetings: await echo("meetings"),
  });
  closing.push(api);
  const body = method === "POST" ? '{"a":1}' : "";
  const response = await fetch(`${api.environment.AWS_ENDPOINT_URL_CHIME}${asked}`, {
    method,
    headers: { authorization: "AWS4-HMAC-SHA256 x" },
    ...(body !== "" && { body }),
  });
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({
    name,
    asked,
    authorization: "AWS4-HMAC-SHA256 x",
    body,
  });
});

test.each([
  [{ ClientRequestToken: "t-1" }, { ExternalMeetingId: "t-1", MediaRegion: "us-east-1" }],
  [{ ExternalMeetingId: "e", MediaRegion: "us-west-2" }, {}],
])("a meeting is made with less than is required today: %j", async (given, added) => {
  const api = await startChimeApi({
    voiceApi: await echo("voice"),
    meetings: await echo("meetings"),
  });
  closing.push(api);
  const path = "/meetings?operation=create-attendees";
  const response = await fetch(`${api.environment.AWS_ENDPOINT_URL_CHIME}${path}`, {
    method: "POST",
    headers: { authorization: "AWS4-HMAC-SHA256 x" },
    body: JSON.stringify(given),
  });
  const { body, ...asked } = (await response.json()) as { readonly body: string };
  expect(asked).toEqual({
    name: "meetings",
    asked: path,
    authorization: "AWS4-HMAC-SHA256 x",
  });
  expect(JSON.parse(body)).toEqual({ ...given, ...added, OfChime: true });
});
