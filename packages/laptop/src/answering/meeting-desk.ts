import { ChimeSDKMeetingsClient } from "@aws-sdk/client-chime-sdk-meetings";
import type { Clock } from "@skill-call/emulation";
import { waited } from "@skill-call/emulation";
import type { Meetings } from "@skill-call/sma-emulator";
import { accessKeyIds } from "../lambdas/lambda-environments.ts";
import type { ContactCentre } from "../samples/contact-centre/contact-centre.ts";
import { createMeetingAgent } from "../samples/contact-centre/meeting-agent.ts";
import { awsRegion } from "../samples/sample-numbers.ts";
import type { LaptopTrace, LaptopTraceEvent } from "../story/laptop-trace.ts";
import { agentScreenArrow } from "./agent-screen-arrow.ts";
import type { Answered, ReadScreen } from "./callees.ts";
import type { ClaimedContexts } from "./claimed-contexts.ts";

export interface MeetingDeskOptions {
  readonly meetings: Meetings;
  readonly contactCentre: ContactCentre;
  readonly claimed: Pick<ClaimedContexts, "contextIdOf">;
  readonly onAnswered: (answered: Answered) => void;
  readonly trace: LaptopTrace;
  readonly clock: Clock;
  /** Milliseconds that the agent looks at the screen before joining. */
  readonly ringMs: number;
  /** Resolves when the agent has read it: they do not join before. */
  readonly readScreen: ReadScreen | undefined;
}

/** The desk of an agent who joins every meeting that a caller joins. */
export function openMeetingDesk(options: MeetingDeskOptions) {
  const { meetings, contactCentre, claimed, onAnswered, trace, clock, ringMs, readScreen } =
    options;
  const closed = new AbortController();
  const client = new ChimeSDKMeetingsClient({
    endpoint: meetings.endpoint,
    region: awsRegion,
    credentials: { accessKeyId: accessKeyIds.contactCentre, secretAccessKey: "local" },
  });
  const agent = createMeetingAgent({
    name: "agent",
    client,
    contactCentre,
    contextIdOf: (transactionId) => claimed.contextIdOf(transactionId),
    join: (ticket) => meetings.join(ticket),
    onScreen: async ({ externalMeetingId, screen }) => {
      trace(agentScreenArrow("contact-centre", screen, externalMeetingId));
      const rings = waited({ clock, ms: ringMs, signal: closed.signal });
      await Promise.all([rings, readScreen?.(screen, "meeting")]);
    },
    onJoined: ({ meetingId, externalMeetingId, screen, endMeeting }) => {
      trace(agentJoined(meetingId, externalMeetingId));
      onAnswered({
        kind: "meeting",
        transactionId: externalMeetingId,
        to: meetingId,
        agentSees: screen,
        // The caller may have hung up first: then there is nothing left to end.
        hangUp: () => void endMeeting().catch(() => {}),
      });
    },
  });
  const under = new Set<Promise<void>>();
  const stop = meetings.onEvent((event) => {
    // A meeting that is over before the agent is in it needs no agent.
    const joining = agent(event).catch(() => {});
    under.add(joining);
    void joining.then(() => under.delete(joining));
  });
  return {
    close: async () => {
      stop();
      closed.abort();
      await Promise.all(under);
      client.destroy();
    },
  };
}

function agentJoined(meetingId: string, transactionId: string): Omit<LaptopTraceEvent, "at"> {
  return {
    from: "contact-centre",
    to: "meetings",
    kind: "agent.joined",
    label: "the agent joins",
    detail: { meetingId },
    transactionId,
  };
}
