import type { Position } from "../call/call-state.ts";
import { contextOfCall } from "../call/context-of-call.ts";
import { answersLost } from "../call/invalid-answers.ts";
import type { Invocation } from "../invocation.ts";
import { meetingRequest } from "./meeting-request.ts";
import { abandonMeetingAgain } from "./tidy-up-meeting.ts";

/**
 * Ends the meetings that this call may have left open without knowing: one whose CreateMeeting was given up but may
 * have been carried out, and those of answers that never reached the service. Their tokens derive from the call, so
 * asking again answers the same meeting.
 */
export async function endLostMeetings(invocation: Invocation): Promise<void> {
  const positions = await placesOfLostMeetings(invocation);
  await Promise.all(positions.map((position) => endMeetingAt(position, invocation)));
}

async function endMeetingAt(position: Position, invocation: Invocation): Promise<void> {
  const { routes } = invocation.config;
  const destination = routes.destinationsOf(position.rule)[position.destination];
  if (destination?.type !== "meeting") return;
  const { transactionId } = invocation.event;
  await abandonMeetingAgain(meetingRequest(destination, { transactionId, position }), invocation);
}

async function placesOfLostMeetings(invocation: Invocation): Promise<readonly Position[]> {
  const { event, state } = invocation;
  const late = state.lateMeeting ? [state.lateMeeting] : [];
  if (answersLost(event, state) <= 0 || !canLeadToMeeting(invocation)) return late;
  return [...late, ...placesFrom(await firstLost(invocation), invocation)];
}

/** Spares the look at the context where no route ends in a meeting. */
function canLeadToMeeting({ config }: Invocation): boolean {
  const { rules, otherwise } = config.routes.routes;
  return [...rules.map(({ to }) => to), otherwise].some((to) =>
    to.some(({ type }) => type === "meeting"),
  );
}

/** What the first answer that was lost may have tried. */
async function firstLost(invocation: Invocation): Promise<Position> {
  const { position, meeting } = invocation.state;
  if (position) return meeting ? { ...position, attempt: position.attempt + 1 } : position;
  const context = await contextOfCall(invocation).catch(() => undefined);
  const { rule } = invocation.config.routes.route(context);
  return { rule, destination: 0, attempt: 1 };
}

function placesFrom(first: Position, { config }: Invocation): readonly Position[] {
  return config.routes.destinationsOf(first.rule).flatMap(({ type }, destination) => {
    if (type !== "meeting" || destination < first.destination) return [];
    return destination === first.destination ? [first] : [{ ...first, destination, attempt: 1 }];
  });
}
