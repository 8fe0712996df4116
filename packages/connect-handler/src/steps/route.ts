import { answerDestination } from "./answer-destination.ts";
import type { Step } from "./step.ts";

/** Where the contact goes first. */
export const route: Step = (invocation) => answerDestination(0, invocation);
