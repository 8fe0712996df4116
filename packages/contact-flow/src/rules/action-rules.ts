import type { FlowType } from "../flow/flow.ts";
import type { RawObject } from "../raw-fields.ts";
import type { Finding } from "./finding.ts";
import type { ValueRule } from "./value-rules.ts";

export interface ParameterRule {
  readonly required: boolean;
  readonly accepts: ValueRule;
}

/** The error branches of an action. */
export interface ErrorBranches {
  /** Publishing is refused without them. */
  readonly required: readonly string[];
  /** Flows of the designer's older versions lack them. */
  readonly usual?: readonly string[];
  readonly allowed?: readonly string[];
}

/**
 * `never`: the action ends the flow. `always`: it has a NextAction. `maybe`: it ends the flow, but the designer writes a
 * NextAction, too, which is where it goes when something fails.
 */
export type GoesOn = "always" | "never" | "maybe";

/** The results that an action compares with, when it has conditions. */
export interface ConditionRules {
  readonly operators: readonly string[];
  readonly operand: ValueRule;
}

/** All that is known of an action. */
export interface ActionRules {
  /** What is not named here is refused; undefined where the parameters are not known well enough to say. */
  readonly parameters: Readonly<Record<string, ParameterRule>> | undefined;
  readonly together?: (parameters: RawObject) => readonly Finding[];
  /** Undefined where the branches are not known well enough to say. */
  readonly errors: ((parameters: RawObject) => ErrorBranches) | undefined;
  /** `no`: it has none; `any`: not known well enough to say. */
  readonly conditions: ConditionRules | "no" | "any";
  readonly goesOn: GoesOn;
  /** Flow types that refuse it, with what to do there instead. */
  readonly refusedIn?: { readonly types: readonly FlowType[]; readonly instead: string };
}

export function required(accepts: ValueRule): ParameterRule {
  return { required: true, accepts };
}

export function optional(accepts: ValueRule): ParameterRule {
  return { required: false, accepts };
}

/** Most actions have this one error branch and no other. */
export const noMatchingErrorOnly = (): ErrorBranches => ({ required: ["NoMatchingError"] });

export const noErrors = (): ErrorBranches => ({ required: [] });

const whisperAndHold: readonly FlowType[] = [
  "CUSTOMER_WHISPER",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "CUSTOMER_HOLD",
  "AGENT_HOLD",
];

/** Types whose flows end with EndFlowExecution, since they are a part of a contact that goes on. */
export const partsOfAContact: readonly FlowType[] = [...whisperAndHold, "CUSTOMER_QUEUE"];

export const refusedInWhisperAndHold = (instead: string) => ({ types: whisperAndHold, instead });

/** Inbound and transfer flows only. */
export const inboundAndTransferOnly = {
  types: partsOfAContact,
  instead: "is for inbound and transfer flows",
};
