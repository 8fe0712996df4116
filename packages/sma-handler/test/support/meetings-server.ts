import { type SmallServer, startSmallServer } from "./small-server.ts";

/** As much of the meetings API as one call uses. */
export function startMeetingsServer(): Promise<SmallServer> {
  return startSmallServer(({ line, body }) => {
    if (line === "POST /meetings") return { status: 200, body: { Meeting: { MeetingId: "m-1" } } };
    if (line === "POST /meetings/m-1/attendees") {
      const Attendee = { ...body, AttendeeId: "a-1", JoinToken: "join-token-of-a-1" };
      return { status: 200, body: { Attendee } };
    }
    if (line === "DELETE /meetings/m-1/attendees/a-1") return { status: 204 };
    return { status: 404, errorType: "NotFoundException" };
  });
}
