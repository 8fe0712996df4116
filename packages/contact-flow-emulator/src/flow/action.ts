import type { FlowAction } from "@skill-call/contact-flow";
import type { ActionOutcome } from "./outcome.ts";
import type { Scene } from "./scene.ts";

/** An action to be carried out; its parameters' references are not filled in yet. */
export interface RunningAction {
  readonly action: FlowAction;
  readonly scene: Scene;
}

/** Carries an action out. */
export type RunAction = (running: RunningAction) => Promise<ActionOutcome> | ActionOutcome;

/** How an action is emulated; `differs` says, for people, how that differs from Connect. */
export interface EmulatedAction {
  /** `yes`: it does what it does. `noted`: it succeeds and changes nothing. `no`: its error branch is taken. */
  readonly emulated: "yes" | "noted" | "no";
  readonly differs: string;
  readonly run: RunAction;
}
