import type { PstnAudioEvent } from "@skill-call/pstn-audio";
import { DestinationServiceError, MeetingsError } from "./errors.ts";
import type { Meetings, Ports } from "./ports.ts";

/** The service's own transaction IDs are UUIDs; nobody else can invoke the Lambda. */
const rehearsed = "rehearsal-";

/**
 * What an event may reach. Before a new version takes over, the deployment's hook goes through calls that nobody
 * makes, with a context of its own: nobody is asked for a number or a meeting, and nothing is counted.
 */
export function portsFor({ transactionId }: PstnAudioEvent, ports: Ports): Ports {
  if (!transactionId.startsWith(rehearsed)) return ports;
  return { ...ports, measure: () => {}, meetings: noMeetings, pickNumber: noNumber };
}

const refuse = async () => {
  throw new MeetingsError("A rehearsal's request");
};

const noMeetings: Meetings = {
  createMeeting: refuse,
  createAttendee: refuse,
  deleteMeeting: refuse,
  deleteAttendee: refuse,
};

async function noNumber(): Promise<never> {
  throw new DestinationServiceError("is not asked in a rehearsal");
}
