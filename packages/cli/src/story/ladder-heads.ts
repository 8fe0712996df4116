import type { LaptopLane } from "@skill-call/laptop";

/** The lifelines of a call ladder in their order. */
export const ladderHeads: Readonly<Record<LaptopLane, string>> = {
  caller: "caller",
  alexa: "Alexa",
  skill: "skill",
  "call-context-table": "table",
  "pstn-audio": "PSTN",
  "sma-handler": "SMA",
  connect: "Conn.",
  "connect-handler": "route",
  "destination-service": "branch",
  meetings: "meet",
  callee: "callee",
  "contact-centre": "agent",
};
