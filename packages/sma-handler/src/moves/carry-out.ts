import type { Move } from "../call/next-move.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { admit } from "./admit.ts";
import { apologise, apologiseAndTidyUp } from "./apologise.ts";
import { close } from "./close.ts";
import { connected, noteConnected } from "./note-connected.ts";
import { release } from "./release.ts";
import { ring } from "./ring.ts";
import { route } from "./route.ts";
import { tryNext } from "./try-next.ts";
import { wait } from "./wait.ts";

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
