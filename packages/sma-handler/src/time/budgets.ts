/**
 * The PSTN Audio service waits 5 s (one page of its guide) or 20 s (another) for an answer; ours promises 3 s.
 * What is left to 3 s is for the way there and back, and for a processor that was busy elsewhere.
 */
export const answerWithinMs = 2_500;

/** Kept back of the Lambda's own time limit, so that the answer still leaves. */
export const reserveMs = 200;

/** One UpdateItem takes some 5–10 ms; this leaves room for the SDK's retries, and still time for a destination. */
export const claimMs = 1_500;

/** A status write delays no caller, but the answer that lets go of a leg waits for nothing longer. */
export const statusWriteMs = 1_500;

export const destinationServiceMs = 1_000;

/** CreateMeeting and CreateAttendee together. */
export const meetingMs = 1_500;

/** Tidying up is worth no more: an empty meeting ends by itself after five minutes. */
export const tidyUpMs = 500;

/** With less than this left, a request over the network is not begun. */
export const leastForRequestMs = 150;
