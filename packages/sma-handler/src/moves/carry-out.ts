import { hangUpAll } from "../call/legs.ts";
import { loadContext } from "../call/load-context.ts";
import type { Move } from "../call/next-move.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { admit } from "./admit.ts";
import { apologise, apologiseAndTidyUp } from "./apologise.ts";
import { close } from "./close.ts";
import { connected, noteConnected } from "./note-connected.ts";
import { isRejected, routeNewCall, startOf } from "./route-new-call.ts";
import { tryNext } from "./try-next.ts";

/** How each move is carried out. */
export const carryOut: Readonly<
  Record<Move, (invocation: Invocation) => Outcome | Promise<Outcome>>
> = {
  admit,
  ring,
  route,
  connected: noteConnected,
  "try-next": tryNext,
  apologise: apologiseAndTidyUp,
  release,
  close,
  wait,
};

/** What takes a move's place when it broke; takes no request. */
export const lastResort: Readonly<Record<Move, (invocation: Invocation) => Outcome>> = {
  admit: apologise,
  ring,
  route: apologise,
  connected,
  "try-next": apologise,
  apologise: release,
  release: wait,
  close: wait,
  wait,
};

/**
 * The caller's own phone rings. Nothing is asked of the store before they pick up: no answer of ours could
 * stop the ringing. The service ignores this answer's actions but keeps its attributes, the context ID with them.
 */
function ring({ state }: Pick<Invocation, "state">): Outcome {
  return { name: "ringing", actions: [], state: { ...state, phase: "ringing" } };
}

/** Nothing is to be done; the call goes on by itself. */
function wait({ state }: Pick<Invocation, "state">): Outcome {
  return { name: "waiting", actions: [], state };
}

/** Hangs up every other leg: the service does not, and bills each until somebody does. */
function release({ event, state }: Pick<Invocation, "event" | "state">): Outcome {
  return {
    name: "released",
    actions: hangUpAll(event),
    state: { ...state, phase: "ending" },
  };
}

/** The caller picked up a callback call: from here on it goes as a skill call does. */
async function route(invocation: Invocation): Promise<Outcome> {
  const loaded = await loadContext(invocation.state, invocation);
  if (!isRejected(loaded.problem, invocation.config)) return routeNewCall(loaded, invocation);
  // A caller whose phone has rung is owed a word, even where a call without a context is not taken.
  return apologise({ ...invocation, state: startOf(loaded, invocation) });
}
