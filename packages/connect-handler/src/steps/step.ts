import type { AnswerValues } from "../answer.ts";
import type { ContextProblem } from "../context/context-problem.ts";
import type { Invocation } from "../invocation.ts";

/** What the flow asks for, in the block's parameter `step`. */
export const stepNames = ["route", "next", "nobody", "whisper"] as const;
export type StepName = (typeof stepNames)[number];

/** What a step came to. */
export interface Outcome {
  readonly values: AnswerValues;
  readonly contextProblem?: ContextProblem;
  /** For the log. */
  readonly facts?: Readonly<Record<string, string | number>>;
}

export type Step = (invocation: Invocation) => Promise<Outcome>;

/** The step that an event asks for; a flow that names none, or a wrong one, asks where to go. */
export function stepOf(parameters: Readonly<Record<string, string>>): StepName {
  return stepNames.find((name) => name === parameters.step) ?? "route";
}
