import type { HangsUp } from "./call-plan.ts";
import { type CallReport, callReport } from "./call-report.ts";
import type { Answered } from "./callees.ts";
import type { Laptop } from "./laptop.ts";

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
}

/** How long caller and callee talk. */
const talkMs = 300;
/** When a call that does not end is given up on: longer than any patience that is due. */
const patienceMs = 90_000;

/** Lets a call take its way: somebody takes it, they talk, one hangs up, and every leg goes down. */
export async function runCall(laptop: Laptop, run: CallRun): Promise<CallReport> {
  const { call, since } = run;
  const { transactionId, contextId } = call;
  const patience = timer(laptop, patienceMs);
  if (run.hangsUp === "caller-at-once") void hangUpAtOnce(laptop, run);
  const callOver = Promise.race([call.over, patience.over]);
  const answered = await Promise.race([
    laptop.answers.first((each) => each.transactionId === transactionId && each.kind !== "caller"),
    callOver.then(() => undefined),
  ]);
  if (answered) {
    await timer(laptop, talkMs).over;
    hangUp(laptop, run, answered);
  }
  await callOver;
  patience.cancel();
  return callReport({
    transactionId,
    contextId,
    answered,
    legsLeftUp: laptop.pstnAudio.legsUp().filter((leg) => leg.transactionId === transactionId)
      .length,
    events: laptop.story.list(since),
  });
}

async function hangUpAtOnce(laptop: Laptop, { call }: CallRun): Promise<void> {
  const { transactionId } = call;
  await laptop.story.first(
    (step) => step.transactionId === transactionId && step.kind === "leg.ringing",
  );
  call.hangUp?.();
}

function hangUp(laptop: Laptop, { call, hangsUp }: CallRun, answered: Answered): void {
  const callersPhone = laptop.answers
    .list()
    .find(({ kind, transactionId }) => kind === "caller" && transactionId === call.transactionId);
  if (hangsUp === "callee") answered.hangUp();
  else if (callersPhone) callersPhone.hangUp();
  else call.hangUp?.();
}

function timer({ clock }: Laptop, ms: number) {
  let cancel = () => {};
  const over = new Promise<void>((resolve) => {
    cancel = clock.after(ms, resolve);
  });
  return { over, cancel };
}
