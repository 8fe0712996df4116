import type { Alexa, Turn } from "@skill-call/alexa-emulator";
import type { Laptop } from "../laptop.ts";
import type { PlacedCall } from "./run-call.ts";

/** Something that was said aloud between caller and device. */
export interface Saying {
  readonly speaker: "caller" | "alexa";
  readonly text: string;
}

export interface ConversationEnd {
  readonly sayings: readonly Saying[];
  /** The call that came of it, where one did. */
  readonly call?: PlacedCall;
}

/** Says one thing after the other, until a call comes of it or there is nothing left to say. */
export async function runConversation(
  laptop: Laptop,
  alexa: Alexa,
  utterances: readonly string[],
): Promise<ConversationEnd> {
  const sayings: Saying[] = [];
  for (const utterance of utterances) {
    const { turn, call } = await takeTurn(laptop, () => alexa.say(utterance));
    sayings.push(...sayingsOf(turn));
    if (call) return { sayings, call };
  }
  return { sayings };
}

/** What was said in a turn; silence is told, too. */
export function sayingsOf({ heard, speech }: Turn): readonly Saying[] {
  const said: Saying[] = [{ speaker: "caller", text: heard === "" ? "(silence)" : heard }];
  return speech === "" ? said : [...said, { speaker: "alexa", text: speech }];
}

/** Takes one turn, and the call that came of it: one by the device, or one to the caller's own phone. */
export async function takeTurn(
  { callbacks }: Laptop,
  take: () => Promise<Turn>,
): Promise<{ readonly turn: Turn; readonly call: PlacedCall | undefined }> {
  const mark = callbacks.mark();
  const turn = await take();
  return { turn, call: deviceCall(turn) ?? callbacks.list(mark)[0] };
}

function deviceCall({ calls }: Turn): PlacedCall | undefined {
  const call = calls.find(({ kind }) => kind === "skill-call");
  if (call?.kind !== "skill-call") return undefined;
  const { handle, clientSessionId } = call;
  const { transactionId, over } = handle;
  return { transactionId, contextId: clientSessionId, over, hangUp: () => handle.hangUp() };
}
