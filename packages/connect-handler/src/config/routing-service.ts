import {
  type Destination,
  queueInstanceOf,
  type Routes,
  type RoutesProblem,
  servedBy,
} from "@skill-call/call-routing";
import type { RoutingService } from "@skill-call/live-routes";
import { destinationKinds } from "../destination-kinds.ts";

/**
 * What of a ROUTES document is served here. A flow that waits for this Lambda in silence has no time for a second service,
 * and a contact waits in queues of its own instance; a fallback queue that is none has its own mistake.
 */
export function routingService(fallbackQueueArn: string): RoutingService {
  const instance = queueInstanceOf(fallbackQueueArn);
  const isElsewhere = (queueInstance: string) =>
    instance !== fallbackQueueArn && queueInstance !== instance;
  return {
    served: servedBy(destinationKinds),
    limits: {
      keptBy: ({ picksNumbers, queueInstances }) =>
        !picksNumbers && !queueInstances.some(isElsewhere),
      problemsIn: (routes) => problemsIn(routes, isElsewhere),
    },
  };
}

type IsElsewhere = (queueInstance: string) => boolean;

function problemsIn({ rules, otherwise }: Routes, isElsewhere: IsElsewhere): RoutesProblem[] {
  return [
    ...rules.flatMap(({ to }, rule) => problemsOfList(["rules", rule, "to"], to, isElsewhere)),
    ...problemsOfList(["otherwise"], otherwise, isElsewhere),
  ];
}

function problemsOfList(
  place: RoutesProblem["path"],
  destinations: readonly Destination[],
  isElsewhere: IsElsewhere,
): RoutesProblem[] {
  return destinations.flatMap((destination, index) => {
    const found = problemOf(destination, isElsewhere);
    return found ? [{ path: [...place, index, ...found.path], problem: found.problem }] : [];
  });
}

function problemOf(destination: Destination, isElsewhere: IsElsewhere): RoutesProblem | undefined {
  if ("destinationService" in destination) {
    const problem = "is not served behind Amazon Connect; name a number or a queue";
    return { path: ["destinationService"], problem };
  }
  if (destination.type !== "queue" || !isElsewhere(queueInstanceOf(destination.arn)))
    return undefined;
  return {
    path: ["arn"],
    problem: "is a queue of another instance than CONNECT_FALLBACK_QUEUE_ARN",
  };
}
