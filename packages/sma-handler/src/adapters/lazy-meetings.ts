import type { Meetings } from "../ports.ts";

/**
 * Loads the meetings client when the first route needs it: a call that needs none does not wait for it. A load that
 * failed is tried again by the next request.
 */
export function lazyMeetings(load: () => Promise<Meetings>): Meetings {
  let loading: Promise<Meetings> | undefined;
  const loaded = () => {
    loading ??= load().catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
  return {
    createMeeting: async (meeting, signal) => (await loaded()).createMeeting(meeting, signal),
    createAttendee: async (attendee, signal) => (await loaded()).createAttendee(attendee, signal),
    deleteMeeting: async (meetingId, signal) => (await loaded()).deleteMeeting(meetingId, signal),
    deleteAttendee: async (attendee, signal) => (await loaded()).deleteAttendee(attendee, signal),
  };
}
