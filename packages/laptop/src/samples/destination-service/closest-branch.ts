import { placeOfNumber } from "./area-codes.ts";
import { type Branch, branches, headOffice } from "./branches.ts";
import { distanceKm } from "./place.ts";

export interface Caller {
  readonly reasonId: string;
  /** E.164. */
  readonly callerNumber?: string | undefined;
}

/** The closest branch that deals with what the caller calls about; the head office where nothing tells. */
export function closestBranch({ reasonId, callerNumber }: Caller): Branch {
  const home = callerNumber === undefined ? undefined : placeOfNumber(callerNumber);
  if (!home) return headOffice;
  const [closest = headOffice] = branches
    .filter((branch) => !branch.doesNotServe?.includes(reasonId))
    .sort((a, b) => distanceKm(home, a) - distanceKm(home, b));
  return closest;
}
