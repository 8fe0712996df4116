import type { Party } from "../../trace.ts";

/** The heads of the lanes. */
export const laneNames: Readonly<Record<Party, string>> = {
  caller: "Caller",
  alexa: "Alexa",
  skill: "Skill",
  "call-context-table": "Store",
  "pstn-audio": "PSTN Audio",
  "sma-handler": "SMA handler",
  "destination-service": "Back end",
  meetings: "Meetings",
  callee: "Phone",
  "contact-centre": "Agent",
};
