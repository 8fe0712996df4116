/** The flow waits 4 s, in which Connect may invoke up to three times; the caller hears silence meanwhile. */
export const answerWithinMs = 2_500;

/** Kept back of the Lambda's own time limit, so that the answer still leaves. */
export const reserveMs = 200;

/** One UpdateItem takes some 5–10 ms; this leaves room for the SDK's retries. */
export const claimMs = 1_500;

/** A status write changes nothing that the caller hears. */
export const statusWriteMs = 800;
