import { expect, test } from "@jest/globals";
import type { SmaTraceEvent } from "../sma-trace.ts";
import { callOutcome } from "./call-outcome.ts";

function happened(
  ...steps: readonly (readonly [SmaTraceEvent["kind"], SmaTraceEvent["from"], string?])[]
) {
  return steps.map(([kind, from, label = ""]) => ({
    ...{ at: 0, kind, from, label },
    to: "pstn-audio" as const,
  }));
}

test.each([
  ["Refused: 480 Nobody", happened(["call.refused", "pstn-audio", "480 Nobody"])],
  ["Bridged", happened(["call.answered", "pstn-audio"], ["leg.answered", "callee"])],
  ["Bridged", happened(["leg.answered", "contact-centre"])],
  ["In a meeting", happened(["call.answered", "pstn-audio"], ["leg.joined", "pstn-audio"])],
  ["Answered by the Lambda", happened(["call.answered", "pstn-audio"])],
  ["Answered by the Lambda", happened(["leg.answered", "caller"])],
  ["Nobody answered: 486", happened(["leg.not-answered", "caller", "486"])],
  ["Given up before it was answered", happened(["call.hung-up", "caller"])],
])("%s", (outcome, events) => {
  expect(callOutcome(events)).toBe(outcome);
});
