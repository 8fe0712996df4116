import { waited } from "@skill-call/emulation";
import type { Answered } from "../answering/callees.ts";
import type { Laptop } from "../laptop.ts";
import type { HangsUp } from "./call-plan.ts";
import { type CallReport, callReport, isCallerOnTheLine } from "./call-report.ts";

/** A call that was just placed. */
export interface PlacedCall {
  readonly transactionId: string;
  readonly contextId?: string | undefined;
  /** Resolves when every leg is down and the Lambda knows. */
  readonly over: Promise<void>;
  /** The caller hangs up; absent where the caller's own phone was rung. */
  readonly hangUp?: () => void;
}

export interface CallRun {
  readonly call: PlacedCall;
  readonly hangsUp: HangsUp;
  /** Where the call's story begins: a mark of the laptop's story. */
  readonly since: number;
  /** Milliseconds that caller and callee talk, unless one hangs up before. */
  readonly talkMs?: number;
}

/** How long caller and callee talk where nothing is said about it. */
const usualTalkMs = 300;
/** When a caller who is on the line, and to whom nothing more happens, gives up. */
const callersPatienceMs = 10_000;
/** When a call is given up on that does not end although somebody hung up. */
const endPatienceMs = 15_000;

/** Lets a call take its way: somebody takes it, they talk, one hangs up, and every leg goes down. */
export async function runCall(laptop: Laptop, run: CallRun): Promise<CallReport> {
  const { transactionId, contextId, over } = run.call;
  const { talkMs = usualTalkMs } = run;
  const done = new AbortController();
  if (run.hangsUp === "caller-at-once") void hangUpAtOnce(laptop, run, done.signal);
  const answered = await somebodyAnswers(laptop, run, done.signal);
  if (answered) {
    await Promise.race([over, waited({ clock: laptop.clock, ms: talkMs, signal: done.signal })]);
  }
  hangUp(laptop, run, answered);
  await Promise.race([
    over,
    waited({ clock: laptop.limitsClock, ms: endPatienceMs, signal: done.signal }),
  ]);
  done.abort();
  return callReport({
    transactionId,
    contextId,
    answered,
    legsLeftUp: legsLeftUp(laptop, transactionId),
    fields: laptop.fields,
    events: laptop.story.list(run.since),
  });
}

/** Of the PSTN Audio service, or of Amazon Connect. */
function legsLeftUp({ pstnAudio, connect }: Laptop, transactionId: string): number {
  const legs = pstnAudio.legsUp().filter((leg) => leg.transactionId === transactionId);
  return legs.length + (connect.isUp(transactionId) ? 1 : 0);
}

/** Who took the call; nobody when it is over before, or when the caller gives up. */
async function somebodyAnswers(
  laptop: Laptop,
  { call }: CallRun,
  signal: AbortSignal,
): Promise<Answered | undefined> {
  const { transactionId, over } = call;
  return Promise.race([
    laptop.answers.first(transactionId, ({ kind }) => kind !== "caller", signal),
    over.then(() => undefined),
    callerGivesUp(laptop, transactionId, signal),
  ]);
}

async function callerGivesUp(
  { story, limitsClock: clock }: Laptop,
  transactionId: string,
  signal: AbortSignal,
): Promise<undefined> {
  await story.first(transactionId, isCallerOnTheLine, signal);
  for (let before = -1; before !== story.mark() && !signal.aborted; ) {
    before = story.mark();
    await waited({ clock, ms: callersPatienceMs, signal });
  }
}

async function hangUpAtOnce(
  { story }: Laptop,
  { call }: CallRun,
  signal: AbortSignal,
): Promise<void> {
  await story.first(call.transactionId, ({ kind }) => kind === "leg.ringing", signal);
  call.hangUp?.();
}

/** Somebody hangs up: the callee who answered, or the caller. */
export function hangUp(
  laptop: Laptop,
  { call, hangsUp }: Pick<CallRun, "call" | "hangsUp">,
  answered: Answered | undefined,
): void {
  const callersPhone = laptop.answers.of(call.transactionId).find(({ kind }) => kind === "caller");
  if (answered && hangsUp === "callee") answered.hangUp();
  else if (callersPhone) callersPhone.hangUp();
  else call.hangUp?.();
}
