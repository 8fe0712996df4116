import type { Carrier, Line, LineEvents } from "@skill-call/phones";
import type { MeetingJoins } from "../meetings/meeting-joins.ts";

/** The number that leads into meetings (developer guide, "Using the Amazon Chime SDK dial-in number"). */
export const meetingDialInNumber = "+17035550122";

/** SIP status where the headers open no meeting; the guide does not say which one the service takes. */
const forbidden = 403;

/**
 * A carrier that reaches meetings, too: a call to the dial-in number takes the seat that its headers
 * `X-chime-join-token` and `X-chime-meeting-id` name.
 */
export function withMeetingDialIn(carrier: Carrier, meetings: MeetingJoins): Carrier {
  return {
    dial: (request, events) =>
      request.to === meetingDialInNumber
        ? dialIn(request.headers, { meetings, events })
        : carrier.dial(request, events),
  };
}

interface DialIn {
  readonly meetings: MeetingJoins;
  readonly events: LineEvents;
}

function dialIn(headers: Readonly<Record<string, string>>, { meetings, events }: DialIn): Line {
  let hungUp = false;
  let leave = () => {};
  queueMicrotask(() => {
    if (hungUp) return;
    const seat = meetings.join({
      meetingId: headerOf(headers, "x-chime-meeting-id"),
      joinToken: headerOf(headers, "x-chime-join-token"),
      onEnded: () => !hungUp && events.hungUp(),
    });
    if (!seat) return events.failed(forbidden);
    leave = () => seat.leave();
    events.ringing();
    events.answered();
  });
  return {
    hangUp: () => {
      hungUp = true;
      leave();
    },
  };
}

function headerOf(headers: Readonly<Record<string, string>>, name: string): string {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1] ?? "";
}
