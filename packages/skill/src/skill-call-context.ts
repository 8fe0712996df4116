import { type CallContext, callContextSchema } from "@skill-call/call-context";
import * as v from "valibot";
import { type ReasonId, reasonIds } from "./call-reasons.ts";

/** The call context as this skill fills it: the base, with the reasons of call-reasons.json and no others. */
export interface SkillCallContext extends CallContext {
  readonly reason: { readonly id: ReasonId; readonly text?: string };
}

export const skillCallContextSchema: v.GenericSchema<unknown, SkillCallContext> = v.looseObject({
  ...callContextSchema.entries,
  reason: v.looseObject({
    ...callContextSchema.entries.reason.entries,
    id: v.picklist(reasonIds, `must be one of ${reasonIds.join(", ")}`),
  }),
});
