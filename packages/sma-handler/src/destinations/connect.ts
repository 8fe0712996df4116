import type { Destination } from "../routing/routes.ts";
import type { Attempt, Connection } from "./attempt.ts";
import { bridgeToNumber } from "./bridge-to-number.ts";
import { bridgeToPickedNumber } from "./bridge-to-picked-number.ts";
import { bridgeToVoiceConnector } from "./bridge-to-voice-connector.ts";
import { joinMeeting } from "./join-meeting.ts";

/** Whether connecting to it takes a request over the network first. */
export function needsRequest(destination: Destination): boolean {
  return destination.type === "meeting" || "destinationService" in destination;
}

/** @throws when the destination cannot be used; then the next one is tried */
export async function connect(destination: Destination, attempt: Attempt): Promise<Connection> {
  if (destination.type === "voice-connector") return bridgeToVoiceConnector(destination, attempt);
  if (destination.type === "meeting") return joinMeeting(destination, attempt);
  if ("number" in destination) return bridgeToNumber(destination.number, attempt);
  return bridgeToPickedNumber(destination, attempt);
}
