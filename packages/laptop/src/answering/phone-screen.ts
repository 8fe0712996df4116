import type { PhoneCall } from "@skill-call/phones";
import type { DestinationService } from "../samples/destination-service/start-destination-service.ts";

/** What somebody sees whose phone rings: at a branch the context that its back end was sent, elsewhere the number. */
export function phoneScreen(
  { to, from }: PhoneCall["request"],
  destinationService: DestinationService,
): object {
  const screen = destinationService.takeScreen(to);
  if (!screen) return { known: false, callerId: from };
  return { known: true, branch: screen.branch.name, ...screen.context, callerId: from };
}
