import { type DestinationKinds, refused } from "@skill-call/call-routing";
import type { AnswerValues } from "./answer.ts";

/** What a contact flow makes of each type of destination. */
export const destinationKinds: DestinationKinds<undefined, AnswerValues> = {
  pstn: {
    needsRequest: () => false,
    connect: (destination) =>
      "number" in destination
        ? { route: "pstn", number: destination.number }
        : // The configuration refuses it.
          { route: "none" },
  },
  queue: {
    needsRequest: () => false,
    connect: ({ arn }) => ({ route: "queue", queueArn: arn }),
  },
  "voice-connector": refused(
    "Amazon Connect dials a Voice Connector only where AWS has granted External Voice Transfer; name a number or a queue",
  ),
  meeting: refused("Amazon Connect puts no phone call into a meeting; name a number or a queue"),
};
