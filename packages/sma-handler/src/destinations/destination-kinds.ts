import { type DestinationKinds, refused } from "@skill-call/call-routing";
import type { Attempt, Connection } from "./attempt.ts";
import { bridgeToNumber } from "./bridge-to-number.ts";
import { bridgeToPickedNumber } from "./bridge-to-picked-number.ts";
import { bridgeToVoiceConnector } from "./bridge-to-voice-connector.ts";
import { joinMeeting } from "./join-meeting.ts";

/** What a SIP media application makes of each type of destination. */
export const destinationKinds: DestinationKinds<Attempt, Connection> = {
  "voice-connector": { needsRequest: () => false, connect: bridgeToVoiceConnector },
  pstn: {
    needsRequest: (destination) => "destinationService" in destination,
    connect: (destination, attempt) =>
      "number" in destination
        ? bridgeToNumber(destination.number, attempt)
        : bridgeToPickedNumber(destination, attempt),
  },
  meeting: { needsRequest: () => true, connect: joinMeeting },
  queue: refused(
    "a SIP media application has no queues; name the contact centre's Voice Connector",
  ),
};
