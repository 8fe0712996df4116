import { defined } from "../defined.ts";
import type { LegTag } from "../events/event.ts";
import type { TogetherRule } from "../rules/action-rules.ts";
import { invalid, refusal, type ServiceWords, tolerated } from "../rules/finding.ts";
import { isAbsent, optional, type ParameterRules, required } from "../rules/parameter-rules.ts";
import { anyText, oneOf } from "../rules/value-rules.ts";

/** Which leg an action runs on. With neither the service takes the leg of the event; CallId wins over the tag. */
export interface LegParameters<Tag extends LegTag = LegTag> {
  readonly CallId?: string;
  readonly ParticipantTag?: Tag;
}

/** The leg an action runs on, named one way or the other; without either it is the leg of the event. */
export type OnLeg<Tag extends LegTag = LegTag> =
  | { readonly callId: string; readonly participantTag?: never }
  | { readonly participantTag?: Tag; readonly callId?: never };

export const invalidLeg: ServiceWords = invalid(
  "CallId or ParticipantTag parameter for action is invalid.",
);

/** Rules of the actions that run on either leg. */
export const eitherLeg: ParameterRules<keyof LegParameters> = {
  CallId: optional(anyText, invalidLeg),
  ParticipantTag: optional(oneOf("LEG-A", "LEG-B"), invalidLeg),
};

/**
 * Rule of the actions that want the leg's CallId and take no tag. The guide calls it required; published demos leave
 * it out, or send an empty one, in the first thing that their caller hears, and are heard.
 */
export const callIdOnly: ParameterRules<"CallId"> = {
  CallId: (value, field) =>
    isAbsent(value) || value === ""
      ? [
          tolerated(
            field,
            "is required by the guide; without it the service takes the leg of the event",
          ),
        ]
      : required(anyText, invalidLeg)(value, field),
};

export function legParameters<Tag extends LegTag>(leg: OnLeg<Tag>): LegParameters<Tag> {
  const { callId, participantTag } = leg;
  return {
    ...defined({ CallId: callId }),
    ...(participantTag !== undefined && { ParticipantTag: participantTag }),
  };
}

/** A rule of every action; checked where the call's legs are known. */
export const callIdIsOfThisCall: TogetherRule = ({ CallId }, { legs }) => {
  if (legs === undefined || anyText(CallId) !== undefined) return [];
  if (legs.some((leg) => leg.callId === CallId)) return [];
  return [refusal(invalidLeg, "CallId", "is no leg of this call")];
};
