import { flatAnswer } from "@skill-call/contact-flow";

/** Everything that the flow reads from `$.External`. All of it is in every answer. */
export const answerKeys = [
  /** `pstn`, `queue` or `none`: what to do next. */
  "route",
  /** E.164. */
  "number",
  "queueArn",
  /** Shown to the party that answers, E.164: the number that the contact came over. */
  "callerId",
  "greeting",
  /** `yes` when only a pressed key says that a person is there; `no` for who dialled in, and for a task. */
  "screen",
  "apology",
  /** For a far end that reads it: the User-to-User value of the context ID. */
  "userToUser",
  /** What the agent hears before the caller. */
  "whisper",
  /** A voice of Amazon Polly in the caller's language. */
  "voice",
  /** How many destinations were tried; the flow hands it back with step `next`. */
  "tried",
] as const;

export const writeAnswer = flatAnswer(answerKeys);
export type Answer = ReturnType<typeof writeAnswer>;
export type AnswerValues = Parameters<typeof writeAnswer>[0];
