import { ActionParameterError } from "../errors.ts";
import type { Leg } from "../events/event.ts";
import type { RawObject } from "../raw-fields.ts";
import type { Finding } from "./finding.ts";
import { checkParameters, type ParameterRules } from "./parameter-rules.ts";

/** An action as the service reads it. */
export interface WireAction {
  readonly Type: string;
  readonly Parameters: object;
}

/** What the checker of an answer may know beyond it; each piece makes one more rule checkable. */
export interface CallKnowledge {
  /** E.164 numbers provisioned in the account. */
  readonly ownedNumbers?: readonly string[];
  /** The legs of the event that is answered. */
  readonly legs?: readonly Leg[];
}

/** A rule over several parameters, or over what is known of the call. Meets any JSON. */
export type TogetherRule = (parameters: RawObject, known: CallKnowledge) => readonly Finding[];

/** All that is known of an action's parameters; a parameter without a rule does not compile. */
export interface ActionRules<A extends WireAction> {
  readonly parameters: ParameterRules<ParameterName<A["Parameters"]>>;
  readonly together?: readonly TogetherRule[];
}

type ParameterName<Parameters> = Parameters extends object ? keyof Parameters & string : never;

export function checkAction(
  parameters: RawObject,
  rules: ActionRules<WireAction>,
  known: CallKnowledge = {},
): readonly Finding[] {
  const together = rules.together ?? [];
  return [
    ...checkParameters(parameters, rules.parameters),
    ...together.flatMap((rule) => rule(parameters, known)),
  ];
}

/**
 * The action itself, once it is one that the guide describes.
 *
 * @throws {ActionParameterError} naming the first parameter that the service would refuse, or the guide does.
 */
export function accepted<A extends WireAction>(action: A, rules: ActionRules<A>): A {
  for (const finding of checkAction({ ...action.Parameters }, rules)) {
    const { severity, field } = finding;
    if (severity === "error") throw new ActionParameterError(action.Type, field, finding.hint);
    if (!finding.againstTheGuide) continue;
    throw new ActionParameterError(action.Type, field, finding.message);
  }
  return action;
}
