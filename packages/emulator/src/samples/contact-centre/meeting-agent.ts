import {
  type ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
} from "@aws-sdk/client-chime-sdk-meetings";
import { isContextId } from "@skill-call/call-context";
import type { AgentScreen } from "./agent-screen.ts";
import type { ContactCentre } from "./contact-centre.ts";

/** An event of the meetings service, as far as an agent's desk needs it. */
export interface AttendeeEvent {
  readonly eventType: string;
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly externalUserId?: string;
}

/** What opens the meeting to a client; a browser would use amazon-chime-sdk-js. */
export type JoinMeeting = (ticket: {
  readonly meetingId: string;
  readonly joinToken: string;
}) => { leave(): void } | undefined;

export interface MeetingAgentOptions {
  /** The agent's own ExternalUserId. */
  readonly name: string;
  readonly client: ChimeSDKMeetingsClient;
  readonly contactCentre: ContactCentre;
  readonly join: JoinMeeting;
  /** Told when the agent sits in the caller's meeting. */
  readonly onJoined: (joined: JoinedAgent) => void;
}

/** An agent in a meeting with a caller. */
export interface JoinedAgent {
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly screen: AgentScreen;
  leave(): void;
}

/**
 * Joins the meeting that a caller just joined. The caller's ExternalUserId is the context ID: the agent reads the
 * context by it, as they would by an INVITE's header.
 */
export function createMeetingAgent(options: MeetingAgentOptions) {
  const { name, client, contactCentre, join, onJoined } = options;

  return async (event: AttendeeEvent): Promise<void> => {
    const { eventType, meetingId, externalMeetingId, externalUserId = "" } = event;
    if (eventType !== "chime:AttendeeJoined" || externalUserId === name) return;
    const [screen, joinToken] = await Promise.all([
      isContextId(externalUserId)
        ? contactCentre.screenOf(externalUserId)
        : contactCentre.screenOfCall({}),
      ownToken(client, meetingId, name),
    ]);
    const seat = join({ meetingId, joinToken });
    if (seat) onJoined({ meetingId, externalMeetingId, screen, leave: () => seat.leave() });
  };
}

async function ownToken(
  client: ChimeSDKMeetingsClient,
  meetingId: string,
  name: string,
): Promise<string> {
  const { Attendee } = await client.send(
    new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: name }),
  );
  return Attendee?.JoinToken ?? "";
}
