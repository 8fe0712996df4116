import type { Place } from "./place.ts";

/** A branch office that answers the phone. */
export interface Branch extends Place {
  readonly name: string;
  /** E.164. */
  readonly phoneNumber: string;
  /** Reason ids that the branch does not deal with. */
  readonly doesNotServe?: readonly string[];
}

/** Where calls go of whose caller nothing is known. It deals with everything. */
export const headOffice: Branch = {
  name: "New York (head office)",
  phoneNumber: "+12125550115",
  latitude: 40.7,
  longitude: -74.0,
};

/** The numbers are fictitious (555-01xx). */
export const branches: readonly Branch[] = [
  headOffice,
  {
    name: "Winnipeg",
    phoneNumber: "+12045550110",
    latitude: 49.9,
    longitude: -97.1,
    doesNotServe: ["sales"],
  },
  { name: "Toronto", phoneNumber: "+14165550111", latitude: 43.7, longitude: -79.4 },
  {
    name: "Montréal",
    phoneNumber: "+15145550112",
    latitude: 45.5,
    longitude: -73.6,
    doesNotServe: ["technical-support"],
  },
  { name: "Seattle", phoneNumber: "+12065550113", latitude: 47.6, longitude: -122.3 },
  {
    name: "Miami",
    phoneNumber: "+13055550114",
    latitude: 25.8,
    longitude: -80.2,
    doesNotServe: ["order-status"],
  },
];
