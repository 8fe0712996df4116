import { createHash } from "node:crypto";
import { faultFacts } from "@skill-call/telemetry";
import { requestErrorOf } from "../http/request-error-of.ts";
import type { Ports } from "../ports.ts";
import type { RouteAnswer } from "../routes/route.ts";
import { eventStream, heartbeat, type ServerSentEvent, type StreamPart } from "./event-stream.ts";
import { snapshots } from "./snapshots.ts";

/** Milliseconds after which who follows a context asks again once a stream has ended. */
const retryMs = 2000;

/** So long and no longer nothing is sent: about what proxies bear (HTML Standard, section 9.2.7). */
const heartbeatMs = 15_000;

export interface Following extends Pick<Ports, "clock" | "pace" | "log" | "streams"> {
  readonly first: RouteAnswer;
  readonly read: () => Promise<RouteAnswer>;
  readonly signal: AbortSignal;
  /** Whose stream it is counted as. */
  readonly countedAs: string;
  /** Epoch milliseconds; from then on who follows has to prove anew who they are. */
  readonly until: number | undefined;
  /** `Last-Event-ID`: what who follows has read already. */
  readonly lastEventId: string | undefined;
}

/**
 * The answer to who follows a context: a stream, or 204 when they have read the end of the call, which tells an
 * EventSource to stop (HTML Standard, section 9.2.3).
 * @throws {TooManyRequestsError} when they follow too many already
 */
export function follow(following: Following): Response {
  const { first, lastEventId, streams, countedAs } = following;
  if (isLast(first.body) && lastEventId === idOf(first.body)) {
    return new Response(null, { status: 204 });
  }
  streams.ensureRoomFor(countedAs);
  const gone = new AbortController();
  const signal = AbortSignal.any([following.signal, gone.signal]);
  const counted = streams.counted(countedAs, parts({ ...following, signal }));
  return eventStream(counted, { retryMs, onCancel: () => gone.abort() });
}

async function* parts(following: Following): AsyncGenerator<StreamPart> {
  const { first, read, clock, lastEventId } = following;
  const source = { ...following, first: first.body, read: async () => (await read()).body, isLast };
  let sentAt = Number.NEGATIVE_INFINITY;
  let sentId = lastEventId;
  try {
    for await (const data of snapshots(source)) {
      const id = data && idOf(data);
      const isNews = id !== undefined && id !== sentId;
      if (!isNews && clock.now() - sentAt < heartbeatMs) continue;
      sentAt = clock.now();
      sentId = id ?? sentId;
      yield isNews ? { event: "context", data: data ?? {}, id } : heartbeat;
    }
  } catch (error) {
    yield* farewell(error, following);
  }
}

/** A stream that cannot go on ends: who follows asks again, and gets the problem as an answer. */
function* farewell(cause: unknown, { log, signal }: Following): Generator<ServerSentEvent> {
  const error = requestErrorOf(cause);
  if (error.status === 404) yield { event: "gone", data: {} };
  else if (!signal.aborted)
    log("error", "stream.failed", { code: error.code, ...faultFacts(cause) });
}

/** The same snapshot has the same ID, in every process; it says nothing of the context. */
function idOf(snapshot: object): string {
  return createHash("sha256").update(JSON.stringify(snapshot)).digest("base64url").slice(0, 22);
}

/** Nothing follows the end of a call but notes, which who wants them asks for. */
function isLast(snapshot: object): boolean {
  const { context } = snapshot as { readonly context?: { readonly status?: string } };
  return context?.status === "ended" || context?.status === "failed";
}
