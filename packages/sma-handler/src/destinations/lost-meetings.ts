import type { Position } from "../call/call-state.ts";
import { contextOfCall } from "../call/context-of-call.ts";
import { answersLost } from "../call/invalid-answers.ts";
import type { Invocation } from "../invocation.ts";
import { meetingRequest } from "./meeting-request.ts";
import { abandonMeetingAgain, tidyUp } from "./tidy-up-meeting.ts";

/**
 * Ends the meetings that this call may have left open without knowing: one whose CreateMeeting was given up but may
 * have been carried out, those of answers that never reached the service, and those of a delivery that got the context
 * which this one did not. Their tokens derive from the call, so asking again answers the same meeting.
 */
export async function endLostMeetings(invocation: Invocation): Promise<void> {
  const positions = await placesOfLostMeetings(invocation);
  await Promise.all(positions.map((position) => endMeetingAt(position, invocation)));
}

async function endMeetingAt(position: Position, invocation: Invocation): Promise<void> {
  const { routes } = invocation.config;
  const destination = routes.destinationsOf(position.rule, position.document)[position.destination];
  if (destination?.type !== "meeting") return;
  const { transactionId } = invocation.event;
  await abandonMeetingAgain(meetingRequest(destination, { transactionId, position }), invocation);
}

async function placesOfLostMeetings(invocation: Invocation): Promise<readonly Position[]> {
  const { event, state } = invocation;
  const late = state.lateMeeting ? [state.lateMeeting] : [];
  if (!canLeadToMeeting(invocation)) return late;
  const [lost, ofContext] = await Promise.all([
    answersLost(event, state) > 0 ? firstLost(invocation) : undefined,
    startByContext(invocation),
  ]);
  return [...late, ...placesFrom(lost, invocation), ...placesFrom(ofContext, invocation)];
}

/** Spares the look at the context where no route ends in a meeting. */
function canLeadToMeeting({ config }: Invocation): boolean {
  return config.routes.uses.types.includes("meeting");
}

/** What the first answer that was lost may have tried. */
async function firstLost(invocation: Invocation): Promise<Position> {
  const { position, meeting } = invocation.state;
  if (position) return meeting ? { ...position, attempt: position.attempt + 1 } : position;
  const context = await contextOfCall(invocation).catch(() => undefined);
  const { rule, document } = invocation.config.routes.route(context);
  return { rule, destination: 0, attempt: 1, document };
}

/** Where a delivery of the first event began that got the context, when the one whose answer counted could not ask for it. */
async function startByContext(invocation: Invocation): Promise<Position | undefined> {
  const { event, state, ports, config } = invocation;
  const { contextId, contextProblem, position } = state;
  if (contextId === undefined || contextProblem !== "store-unavailable") return undefined;
  const context = await tidyUp("GetItem", invocation, (signal) =>
    ports.store.get(contextId, { signal }),
  );
  if (context?.transactionId !== event.transactionId) return undefined;
  const { rule, document } = config.routes.route(context);
  return rule === position?.rule ? undefined : { rule, destination: 0, attempt: 1, document };
}

function placesFrom(first: Position | undefined, { config }: Invocation): readonly Position[] {
  if (first === undefined) return [];
  return config.routes
    .destinationsOf(first.rule, first.document)
    .flatMap(({ type }, destination) => {
      if (type !== "meeting" || destination < first.destination) return [];
      return destination === first.destination ? [first] : [{ ...first, destination, attempt: 1 }];
    });
}
