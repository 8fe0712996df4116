import type { Leg, LegTag } from "./event.ts";

/** The leg with this tag; where the event lists an earlier, ended one as well, the one that lives. */
export function findLeg(event: { readonly legs: readonly Leg[] }, tag: LegTag): Leg | undefined {
  const tagged = event.legs.filter((leg) => leg.tag === tag);
  return tagged.find((leg) => leg.status !== "disconnected") ?? tagged[0];
}
