/** The lanes that are known, in their order from left to right. */
const names = {
  caller: "Caller",
  alexa: "Alexa",
  skill: "Skill",
  "call-context-table": "Store",
  "pstn-audio": "PSTN Audio",
  "sma-handler": "SMA handler",
  connect: "Connect",
  "connect-handler": "Connect handler",
  "destination-service": "Back end",
  meetings: "Meeting",
  callee: "Phone",
  "contact-centre": "Agent",
} as const;
export type KnownLane = keyof typeof names;

const nameOf: ReadonlyMap<string, string> = new Map(Object.entries(names));

/** Those who take part, from left to right; whom nobody here knows stands at the right. */
export function lanesInOrder(present: ReadonlySet<string>): readonly string[] {
  const known = [...nameOf.keys()];
  return [...known, ...[...present].filter((party) => !known.includes(party))].filter((party) =>
    present.has(party),
  );
}

/** The head of a party's lane, among all who take part. */
export function laneName(party: string, present: ReadonlySet<string>): string {
  // Without Alexa it is not a skill that uses the voice API.
  return party === "skill" && !present.has("alexa") ? "API client" : (nameOf.get(party) ?? party);
}
