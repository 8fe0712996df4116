import {
  type ChimeSDKMeetingsClient,
  CreateAttendeeCommand,
  DeleteMeetingCommand,
} from "@aws-sdk/client-chime-sdk-meetings";
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
}) => object | undefined;

export interface MeetingAgentOptions {
  /** The agent's own ExternalUserId. */
  readonly name: string;
  readonly client: ChimeSDKMeetingsClient;
  readonly contactCentre: ContactCentre;
  /** The context that a call has claimed, by its TransactionId: the table's stream tells. */
  readonly contextIdOf: (transactionId: string) => string | undefined;
  readonly join: JoinMeeting;
  /** Shows the agent who waits in the meeting; resolves when the agent is ready to talk. */
  readonly onScreen: (waiting: WaitingCaller) => Promise<void>;
  /** Told when the agent sits in the caller's meeting. */
  readonly onJoined: (joined: JoinedAgent) => void;
}

/** A caller in a meeting that no agent is in yet. */
export interface WaitingCaller {
  readonly meetingId: string;
  readonly externalMeetingId: string;
  readonly screen: AgentScreen;
}

/** An agent in a meeting with a caller. */
export interface JoinedAgent extends WaitingCaller {
  /** Ends the meeting for everybody in it; who only leaves would leave the caller alone on the line. */
  endMeeting(): Promise<void>;
}

/**
 * Joins the meeting that a caller just joined. Its ExternalMeetingId is the call's TransactionId, which leads to the
 * context on this side only: what the clients of a meeting see opens nothing.
 */
export function createMeetingAgent(options: MeetingAgentOptions) {
  const { name, client, contactCentre, contextIdOf, join, onScreen, onJoined } = options;

  return async (event: AttendeeEvent): Promise<void> => {
    const { eventType, meetingId, externalMeetingId, externalUserId = "" } = event;
    if (eventType !== "chime:AttendeeJoined" || externalUserId === name) return;
    const contextId = contextIdOf(externalMeetingId);
    const screen = await (contextId === undefined
      ? contactCentre.screenOfCall({})
      : contactCentre.screenOf(contextId));
    await onScreen({ meetingId, externalMeetingId, screen });
    const joinToken = await ownToken(client, meetingId, name);
    if (!join({ meetingId, joinToken })) return;
    const endMeeting = async () => {
      await client.send(new DeleteMeetingCommand({ MeetingId: meetingId }));
    };
    onJoined({ meetingId, externalMeetingId, screen, endMeeting });
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
