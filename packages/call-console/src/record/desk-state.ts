import type { TraceEvent } from "@skill-call/emulation/trace";
import type { KnownLane } from "../ladder/lane-names.ts";
import { knownKind } from "./known-steps.ts";

/** What is going on at the desk of the person called. */
export interface DeskState {
  readonly stage: "nobody" | "arriving" | "ringing" | "answered" | "over";
  /** The screen as it was filled in, before anybody answered. */
  readonly screen?: Readonly<Record<string, unknown>>;
  readonly at?: "contact-centre" | "callee";
}

const desks: ReadonlySet<string> = new Set<KnownLane>(["contact-centre", "callee", "meetings"]);

const callee: KnownLane = "callee";

/** The desk after all of these steps. */
export function deskState(events: readonly TraceEvent[]): DeskState {
  return events.reduce(next, { stage: "nobody" });
}

function next(state: DeskState, step: TraceEvent): DeskState {
  const { from, to, detail } = step;
  switch (knownKind(step)) {
    case "agent.screen":
      return {
        stage: state.stage === "ringing" ? "ringing" : "arriving",
        screen: detail as Readonly<Record<string, unknown>>,
        at: from === callee ? "callee" : "contact-centre",
      };
    case "leg.dialled":
      return desks.has(to) ? { stage: "nobody" } : state;
    case "leg.ringing":
      return desks.has(from) ? { ...state, stage: "ringing" } : state;
    case "leg.answered":
      return desks.has(from) ? { ...state, stage: "answered" } : state;
    case "leg.joined":
      // The caller waits in the meeting for the agent.
      return { ...state, stage: "ringing" };
    case "agent.joined":
      return { ...state, stage: "answered" };
    case "call.over":
    case "leg.not-answered":
      return state.stage === "nobody" ? state : { ...state, stage: "over" };
    default:
      return state;
  }
}
