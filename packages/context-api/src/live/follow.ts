import { requestErrorOf } from "../http/request-error-of.ts";
import type { Ports } from "../ports.ts";
import type { RouteAnswer } from "../routes/route.ts";
import { eventStream, type ServerSentEvent } from "./event-stream.ts";
import { snapshots } from "./snapshots.ts";

/** Milliseconds after which who follows a context asks again once a stream has ended. */
const retryMs = 2000;

export interface Following extends Pick<Ports, "clock" | "pace"> {
  readonly first: RouteAnswer;
  readonly read: () => Promise<RouteAnswer>;
  readonly signal: AbortSignal;
}

/** The answer to who follows a context. */
export function follow(following: Following): Response {
  return eventStream(events(following), { retryMs });
}

async function* events({ first, read, ...rest }: Following): AsyncGenerator<ServerSentEvent> {
  const source = { first: first.body, read: async () => (await read()).body, isLast: isOver };
  try {
    for await (const data of snapshots({ ...source, ...rest })) yield { event: "context", data };
  } catch (error) {
    if (requestErrorOf(error).status !== 404) throw error;
    yield { event: "gone", data: {} };
  }
}

/** Nothing follows the end of a call but notes, which who wants them asks for. */
function isOver(snapshot: object): boolean {
  const { context } = snapshot as { readonly context?: { readonly status?: string } };
  return context?.status === "ended" || context?.status === "failed";
}
