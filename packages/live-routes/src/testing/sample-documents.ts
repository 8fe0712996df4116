import type { DestinationType } from "@skill-call/call-routing";
import type { RoutingService } from "../open-routes.ts";

/** A handler that has no queues. */
export const service: RoutingService = {
  served: { pstn: true, "voice-connector": true, meeting: true, queue: "there are no queues" },
};

/** A document that sends billing to one number and the rest to another. */
export function documentTo(number: string, version?: string): string {
  const destination = (dialled: string) => ({
    type: "pstn" satisfies DestinationType,
    number: dialled,
  });
  return JSON.stringify({
    ...(version !== undefined && { version }),
    rules: [{ when: { reason: "billing" }, to: [destination(number)] }],
    otherwise: [destination("+12045550199")],
  });
}

/** A call about billing. */
export const billing = {
  reason: { id: "billing" },
  locale: "en-US",
  callStarter: "callback",
  accountIdVerified: false,
} as const;
