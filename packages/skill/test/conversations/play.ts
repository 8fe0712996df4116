import { expect } from "@jest/globals";
import type { AlexaSession, Move, Reply } from "../alexa-session.ts";

/** What happens, and what Alexa says to it where that is of interest. */
export type Turn = readonly [move: Move, speech?: string];

/** Plays a conversation to its end; every sentence that stands there must be the one that is said. */
export async function play(session: AlexaSession, turns: readonly Turn[]): Promise<Reply[]> {
  const replies: Reply[] = [];
  for (const [move, speech] of turns) {
    const reply = await session.send(move);
    if (speech !== undefined) expect(reply.speech).toBe(speech);
    replies.push(reply);
  }
  return replies;
}
