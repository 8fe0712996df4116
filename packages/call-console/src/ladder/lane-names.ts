import type { Party } from "@skill-call/emulation/trace";

const names: Readonly<Record<Party, string>> = {
  caller: "Caller",
  alexa: "Alexa",
  skill: "Skill",
  "call-context-table": "Store",
  "pstn-audio": "PSTN Audio",
  "sma-handler": "SMA handler",
  "destination-service": "Back end",
  meetings: "Meeting",
  callee: "Phone",
  "contact-centre": "Agent",
};

/** The head of a party's lane, among all who take part. */
export function laneName(party: Party, present: ReadonlySet<Party>): string {
  // Without Alexa it is no skill that uses the voice API.
  return party === "skill" && !present.has("alexa") ? "API client" : names[party];
}
