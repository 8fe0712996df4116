import type { LaptopLane, LaptopTraceEvent } from "../story/laptop-trace.ts";

/** The moment in which whoever answers sees what is known of the caller. */
export function agentScreenArrow(
  party: Extract<LaptopLane, "contact-centre" | "callee">,
  screen: object,
  transactionId: string,
): Omit<LaptopTraceEvent, "at"> {
  const label =
    "known" in screen && screen.known === true ? "sees who calls, and why" : "sees no context";
  return { from: party, to: party, kind: "agent.screen", label, detail: screen, transactionId };
}
