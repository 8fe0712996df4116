import { answerDestination } from "./answer-destination.ts";
import type { Step } from "./step.ts";

/**
 * Where the contact goes after a destination that did not answer. The flow says how many were tried, so that a repeated
 * invocation gets the same answer.
 */
export const next: Step = async (invocation) => {
  invocation.ports.measure({ name: "DestinationsFailed" });
  return answerDestination(triedOf(invocation.event.parameters.tried), invocation);
};

function triedOf(tried: string | undefined): number {
  return tried !== undefined && /^\d{1,4}$/.test(tried) ? Math.max(1, Number(tried)) : 1;
}
