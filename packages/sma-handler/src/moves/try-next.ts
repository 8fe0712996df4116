import { findLeg } from "@skill-call/pstn-audio";
import type { CallState, Position } from "../call/call-state.ts";
import { contextOfCall } from "../call/context-of-call.ts";
import { abandonMeeting } from "../destinations/tidy-up-meeting.ts";
import { type Found, tryDestinations } from "../destinations/try-destinations.ts";
import type { Invocation, Outcome } from "../invocation.ts";
import { apologise } from "./apologise.ts";

/** A meeting's join token may fail for no fault of the meeting's: one new attempt, not a loop. */
const mostJoinAttempts = 2;

/** The destination did not answer, was busy or refused: on to the next one. */
export async function tryNext(invocation: Invocation): Promise<Outcome> {
  const { event, state, ports } = invocation;
  ports.log("info", "destination.not-reached", {
    transactionId: event.transactionId,
    rule: state.position?.rule,
    destination: state.position?.destination,
    error: event.error?.type,
  });
  ports.measure({ name: "DestinationsFailed", cause: event.error?.type ?? "unknown" });
  const [found] = await Promise.all([searchOn(invocation), endFailedMeeting(invocation)]);
  return found.outcome ?? apologise({ event, state: found.state });
}

async function searchOn(invocation: Invocation): Promise<Found> {
  const { position } = invocation.state;
  const state = afterFailure(invocation);
  if (!position) return { state };
  return tryDestinations({ invocation, state, from: await positionAfter(position, invocation) });
}

/**
 * Where the search goes on: in the document that the call was routed by. Where this process has another one, as routes were
 * exchanged while it rang, the call is routed anew by that.
 */
async function positionAfter(failed: Position, invocation: Invocation): Promise<Position> {
  const { routes } = invocation.config;
  if (!routes.knows(failed.document)) await routes.ready();
  if (routes.knows(failed.document)) return nextPosition(failed, invocation);
  const context = await contextOfCall(invocation).catch(() => undefined);
  const { rule, document } = routes.route(context);
  return { rule, destination: 0, attempt: 1, document };
}

function nextPosition(position: Position, { event }: Invocation): Position {
  const { destination, attempt } = position;
  const mayJoinAgain = event.action?.type === "JoinChimeMeeting" && attempt < mostJoinAttempts;
  return mayJoinAgain
    ? { ...position, attempt: attempt + 1 }
    : { ...position, destination: destination + 1, attempt: 1 };
}

async function endFailedMeeting(invocation: Invocation): Promise<void> {
  const { meeting } = invocation.state;
  if (meeting) await abandonMeeting(meeting, invocation);
}

/** Without the meeting that was not joined; with the leg that failed, where the event shows one. */
function afterFailure({ event, state: { meeting: _failed, ...state } }: Invocation): CallState {
  const leg = findLeg(event, "LEG-B");
  return leg ? { ...state, failedLeg: leg.callId } : state;
}
