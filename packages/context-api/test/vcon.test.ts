import { beforeEach, expect, test } from "@jest/globals";
import { hashContextId } from "@skill-call/call-context";
import * as v from "valibot";
import { vconSchema } from "../src/view/vcon.ts";
import { Desk } from "./support/desk.ts";
import { sampleContext, secrets } from "./support/sample-context.ts";

const read = "call-context:read";
const whole = "call-context:read call-context:read-pii";
const accept = "application/vcon+json";

let desk: Desk;
let contextId: string;

beforeEach(async () => {
  desk = new Desk();
  ({ contextId } = await desk.store.create(sampleContext));
});

const ask = (headers: Record<string, string>, token = whole) =>
  desk.ask(`/v1/contexts/${contextId}`, { token, headers });

/** As its schema has it: what is not in that is left out. */
const vconFor = async (token: string) =>
  v.parse(vconSchema, await (await ask({ accept }, token)).json());

test.each([
  ["application/vcon+json", "application/vcon+json"],
  ["application/vcon", "application/vcon"],
  ["application/json;q=0.5, application/vcon+json", "application/vcon+json"],
  ["application/vcon+json;q=0.5, application/json", "application/json"],
  ["*/*", "application/json"],
  ["application/*", "application/json"],
  ["text/html", "application/json"],
  ["", "application/json"],
])("who accepts '%s' gets %s", async (accepted, type) => {
  const { status, headers } = await ask({ accept: accepted });
  expect([status, headers.get("content-type")]).toEqual([200, type]);
  expect(headers.get("vary")).toContain("Accept");
});

test("a context is a vCon: who called, what was said to the skill, and what it gathered", async () => {
  const vcon = await vconFor(whole);
  expect(vcon).toEqual({
    vcon: "0.4.0",
    uuid: expect.stringMatching(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    ),
    created_at: "2026-11-23T09:00:00.000Z",
    subject: "technical-support",
    parties: [
      { type: "person", name: "Joséphine Tremblay", tel: "+12045551111", validation: "none" },
      { type: "bot", name: "Alexa skill" },
    ],
    dialog: [
      {
        type: "text",
        start: "2026-11-23T09:00:00.000Z",
        parties: [0, 1],
        mediatype: "text/plain",
        encoding: "none",
        body: "my January invoice",
      },
    ],
    attachments: [
      expect.objectContaining({
        purpose: "call-context",
        party: 1,
        dialog: 0,
        encoding: "json",
        body: expect.objectContaining({
          contextHash: hashContextId(contextId),
          accountId: "ACC-7781-Q",
          fields: { queue: "gold" },
        }),
      }),
    ],
  });
  expect(JSON.stringify(vcon)).not.toContain(contextId);
  // 09:00 of that day in milliseconds: vCons sort by the time of their calls.
  expect(Number.parseInt(vcon.uuid.replace("-", "").slice(0, 12), 16)).toBe(
    Date.parse("2026-11-23T09:00:00.000Z"),
  );
});

test("who may not see personal data gets a vCon that says so, with the UUID of the whole one", async () => {
  const unmasked = await vconFor(whole);
  const masked = await vconFor(read);
  const again = await vconFor(read);
  expect(masked.redacted).toEqual({ uuid: unmasked.uuid, type: "masked" });
  expect(masked.uuid).not.toBe(unmasked.uuid);
  expect(again).toEqual(masked);
  expect(masked.parties[0]).toEqual({
    type: "person",
    name: "Joséphine Tremblay",
    validation: "none",
  });
  const told = JSON.stringify(masked);
  expect(secrets.filter((secret) => told.includes(secret))).toEqual(["Joséphine", "invoice"]);
});

test("a call that failed is an incomplete dialog, and a reason without words an empty one", async () => {
  const { reason: _, ...rest } = sampleContext;
  ({ contextId } = await desk.store.create({ ...rest, reason: { id: "sales" } }));
  await desk.store.advance(contextId, "failed");
  const { dialog } = await vconFor(whole);
  expect(dialog).toEqual([
    {},
    {
      type: "incomplete",
      start: "2026-11-23T09:00:00.000Z",
      parties: [0],
      disposition: "failed",
    },
  ]);
});

test("refusals are problem details, whatever is accepted", async () => {
  const { status, headers } = await desk.ask("/v1/contexts/none", {
    token: read,
    headers: { accept },
  });
  expect([status, headers.get("content-type")]).toEqual([404, "application/problem+json"]);
});
