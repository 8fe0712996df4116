import type { Leg } from "./event.ts";

/** The legs that may still be up: all but those the event calls disconnected. Each must be hung up by the Lambda. */
export function liveLegs(event: { readonly legs: readonly Leg[] }): readonly Leg[] {
  return event.legs.filter((leg) => leg.status !== "disconnected");
}
