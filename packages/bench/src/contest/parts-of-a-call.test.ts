import { expect, test } from "@jest/globals";
import { partsOfACall } from "./parts-of-a-call.ts";

test("every part of a call does what it is there for", async () => {
  const parts = partsOfACall();
  const done = Object.entries(parts).map(async ([name, part]) => [name, await part()]);
  expect(Object.fromEntries(await Promise.all(done))).toMatchObject({
    "hash of a context ID": expect.stringMatching(/^[0-9a-f]+$/),
    "event read": { type: "NEW_INBOUND_CALL" },
    "answer checked": [],
    "call routed by 10,000 rules": { rule: 9_967 },
    "request signed": { authorization: expect.stringContaining("AWS4-HMAC-SHA256") },
    "SIP message read": { kind: "request", method: "INVITE" },
    "SIP message read, npm sip": { method: "INVITE" },
    "SIP message written": expect.any(Buffer),
    "SIP message written, npm sip": expect.stringContaining("INVITE sip:support@"),
  });
});
