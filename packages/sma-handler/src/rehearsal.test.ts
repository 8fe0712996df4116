import { expect, test } from "@jest/globals";
import { readEvent } from "@skill-call/pstn-audio";
import type { Ports } from "./ports.ts";
import { portsFor } from "./rehearsal.ts";

const refused = async () => {
  throw new RangeError("not asked");
};
const counted: unknown[] = [];
const ports = {
  measure: (metric: unknown) => void counted.push(metric),
  meetings: { createMeeting: async () => "a-meeting" },
  pickNumber: async () => "+12045550101",
  store: { claim: refused },
} as unknown as Ports;

function event(TransactionId: string) {
  return readEvent({
    SchemaVersion: "1.0",
    Sequence: 1,
    InvocationEventType: "RINGING",
    CallDetails: {
      TransactionId,
      AwsAccountId: "123456789012",
      AwsRegion: "us-east-1",
      SipMediaApplicationId: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
      Participants: [],
    },
  });
}

test("a rehearsal asks nobody for a meeting or a number, and counts nothing; its context is real", async () => {
  const reached = portsFor(event("rehearsal-46e6f593-1f1c-4808-9166-a141624cf145"), ports);
  reached.measure({ name: "CallsConnected" });
  expect(counted).toEqual([]);
  const { signal } = new AbortController();
  const meeting = { token: "token", externalMeetingId: "meeting", mediaRegion: "us-east-1" };
  await expect(reached.meetings.createMeeting(meeting, signal)).rejects.toMatchObject({
    code: "sma-handler.meetings",
  });
  const request = { url: "https://192.0.2.1/", context: undefined, idempotencyKey: "1", signal };
  await expect(reached.pickNumber(request)).rejects.toMatchObject({
    code: "sma-handler.destination-service",
  });
  expect(reached.store).toBe(ports.store);
});

test("a call of the service's has every port", () => {
  expect(portsFor(event("46e6f593-1f1c-4808-9166-a141624cf145"), ports)).toBe(ports);
});
