import { type Branch, branches, headOffice } from "./branches.ts";
import { distanceKm, type Place } from "./place.ts";

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

const winnipeg: Place = { latitude: 49.9, longitude: -97.1 };
const toronto: Place = { latitude: 43.7, longitude: -79.4 };
const montreal: Place = { latitude: 45.5, longitude: -73.6 };
const newYork: Place = { latitude: 40.7, longitude: -74.0 };

/** Where some area codes of the North American Numbering Plan are. */
const areaCodes: Readonly<Record<string, Place>> = {
  "204": winnipeg,
  "431": winnipeg,
  "416": toronto,
  "647": toronto,
  "438": montreal,
  "514": montreal,
  "418": { latitude: 46.8, longitude: -71.2 },
  "604": { latitude: 49.3, longitude: -123.1 },
  "206": { latitude: 47.6, longitude: -122.3 },
  "503": { latitude: 45.5, longitude: -122.7 },
  "415": { latitude: 37.8, longitude: -122.4 },
  "213": { latitude: 34.1, longitude: -118.2 },
  "303": { latitude: 39.7, longitude: -105.0 },
  "214": { latitude: 32.8, longitude: -96.8 },
  "312": { latitude: 41.9, longitude: -87.6 },
  "305": { latitude: 25.8, longitude: -80.2 },
  "407": { latitude: 28.5, longitude: -81.4 },
  "617": { latitude: 42.4, longitude: -71.1 },
  "607": { latitude: 42.1, longitude: -75.9 },
  "212": newYork,
  "646": newYork,
  "917": newYork,
};

/** Where a caller is at home, as far as their number says. */
function placeOfNumber(number: string): Place | undefined {
  const areaCode = /^\+1(\d{3})\d{7}$/.exec(number)?.[1];
  return areaCode === undefined ? undefined : areaCodes[areaCode];
}
