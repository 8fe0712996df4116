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

export interface Following extends Pick<Ports, "clock" | "pace" | "log"> {
  readonly first: RouteAnswer;
  readonly read: () => Promise<RouteAnswer>;
  readonly signal: AbortSignal;
  /** Epoch milliseconds; from then on who follows has to prove anew who they are. */
  readonly until: number | undefined;
}

/** The answer to who follows a context. */
export function follow(following: Following): Response {
  return eventStream(parts(following), { retryMs });
}

async function* parts(following: Following): AsyncGenerator<StreamPart> {
  const { first, read, clock } = following;
  const source = { ...following, first: first.body, read: async () => (await read()).body, isLast };
  let sentAt = clock.now();
  try {
    for await (const data of snapshots(source)) {
      if (data === undefined && clock.now() - sentAt < heartbeatMs) continue;
      sentAt = clock.now();
      yield data === undefined ? heartbeat : { event: "context", data };
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

/** Nothing follows the end of a call but notes, which who wants them asks for. */
function isLast(snapshot: object): boolean {
  const { context } = snapshot as { readonly context?: { readonly status?: string } };
  return context?.status === "ended" || context?.status === "failed";
}
