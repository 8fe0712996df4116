import { expect, test } from "@jest/globals";
import { type DestinationKinds, kindOf, refused, servedBy } from "./destination-kinds.ts";

const kinds: DestinationKinds<string, string> = {
  "voice-connector": refused("Amazon Connect has no Voice Connectors"),
  pstn: {
    needsRequest: (to) => "destinationService" in to,
    connect: async (to, attempt) => ("number" in to ? `${attempt}: ${to.number}` : attempt),
  },
  meeting: refused("a flow cannot join a meeting"),
  queue: { needsRequest: () => false, connect: ({ arn }) => arn },
};
const queueArn = "arn:aws:connect:us-east-1:123456789012:instance/1/queue/2";

test("a handler serves what it does not refuse", () => {
  expect(servedBy(kinds)).toEqual({
    "voice-connector": "Amazon Connect has no Voice Connectors",
    pstn: true,
    meeting: "a flow cannot join a meeting",
    queue: true,
  });
});

test("a destination is connected by the row of its type", async () => {
  const number = { type: "pstn", number: "+12045550101" } as const;
  expect(kindOf(number, kinds).needsRequest(number)).toBe(false);
  expect(await kindOf(number, kinds).connect(number, "first")).toBe("first: +12045550101");
  const queue = { type: "queue", arn: queueArn } as const;
  expect(await kindOf(queue, kinds).connect(queue, "first")).toBe(queueArn);
});

test("a destination that is refused cannot be connected", () => {
  const meeting = { type: "meeting", mediaRegion: "us-east-1" } as const;
  expect(() => kindOf(meeting, kinds).connect(meeting, "first")).toThrow(
    'A destination cannot be "meeting" here: a flow cannot join a meeting',
  );
});
