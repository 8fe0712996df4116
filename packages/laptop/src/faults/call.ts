import { type CallPlan, contextOf } from "../calls/call-plan.ts";
import type { NamedFault } from "./named-fault.ts";

/** A call whose context is flawed; one that carries none of its own stays as it is. */
const flawed =
  (kind: "expired" | "replayed") =>
  (plan: CallPlan): CallPlan => {
    const context = contextOf(plan);
    return context ? { ...plan, context: { kind, context } } : plan;
  };

const otherSkill = "amzn1.application-oa2-client.00000000000000000000000000000000";

/** What can be wrong with the call itself. */
export const callFaults: readonly NamedFault[] = [
  {
    name: "context-missing",
    sentence: "The call carries no context ID.",
    plan: (plan) => ({ ...plan, context: { kind: "none" } }),
  },
  {
    name: "context-unknown",
    sentence: "The call carries a context ID that nobody stored.",
    plan: (plan) => ({ ...plan, context: { kind: "known", contextId: "0".repeat(32) } }),
  },
  {
    name: "context-garbled",
    sentence: "The call carries a User-to-User header that nobody can decode.",
    plan: (plan) => ({ ...plan, context: { kind: "garbled" } }),
  },
  {
    name: "context-expired",
    sentence: "The call's context is too old.",
    plan: flawed("expired"),
  },
  {
    name: "context-replayed",
    sentence: "The call's context was used by another call already.",
    plan: flawed("replayed"),
  },
  {
    name: "skill-not-allowed",
    sentence: "The call comes from a skill that the SIP media application does not allow.",
    plan: (plan) => ({ ...plan, skillClientId: otherSkill }),
  },
  {
    name: "skill-forged",
    sentence: "The call only claims, in a header, to come from a skill, and from a wrong one.",
    plan: (plan) => ({
      ...plan,
      skillClientId: undefined,
      headers: { ...plan.headers, "X-Alexa-LWA-ClientId": otherSkill },
    }),
  },
  {
    name: "caller-hangs-up",
    sentence: "The caller hangs up while it rings.",
    reason: "billing",
    plan: (plan) => ({ ...plan, hangsUp: "caller-at-once" }),
  },
];
