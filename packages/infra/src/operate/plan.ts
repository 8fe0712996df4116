import type { Output } from "@skill-call/terminal";

/** One thing that a command changes. */
export interface Step {
  /** In words, before it is done: `live of SkillCall-Sma-prod-… moves from version 8 to 7`. */
  readonly what: string;
  carryOut(): Promise<void>;
}

export interface Carrying {
  /** Only says what it would do. */
  readonly dryRun: boolean;
  readonly output: Output;
}

/** Says each step, and does it; one that fails ends the plan. */
export async function carryOut(plan: readonly Step[], { dryRun, output }: Carrying): Promise<void> {
  for (const step of plan) {
    output.print(`${dryRun ? "would do" : "→"}: ${step.what}`);
    if (!dryRun) await step.carryOut();
  }
  if (plan.length === 0) output.print("Nothing to do.");
}
