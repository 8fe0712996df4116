import type { CallContext, CallForm, NamedFault } from "@skill-call/laptop";
import {
  answersByForm,
  type CallPlan,
  type PlannedContext,
  skillCallPlan,
} from "@skill-call/laptop";
import type { CallOptions } from "../commands/call-options.ts";

/** What reason and fields are read by. */
export interface CallBasis {
  readonly form: CallForm;
  /** Reasons that the user's own routes name. */
  readonly moreReasons: readonly string[];
  /** ISO 8601. */
  readonly today: string;
  readonly faults: readonly NamedFault[];
}

/**
 * The call that the options describe, with what is to go wrong about it.
 * @throws {NotInFormError} where the form has no such reason, field or value
 */
export function callPlan(options: CallOptions, basis: CallBasis): CallPlan {
  const { faults } = basis;
  const plan: CallPlan = {
    ...skillCallPlan(contextFrom(options, basis), options.from),
    to: options.to,
    headers: options.header ?? {},
    callback: options.callback ?? false,
    hangsUp: options.hangUp,
    ...carriedContext(options),
    ...(options.skillClientId !== undefined && {
      skillClientId: options.skillClientId || undefined,
    }),
  };
  return faults.reduce((flawed, fault) => fault.plan?.(flawed) ?? flawed, plan);
}

function carriedContext(options: CallOptions): { readonly context: PlannedContext } | undefined {
  if (!options.context) return { context: { kind: "none" } };
  if (options.contextId === undefined) return undefined;
  return { context: { kind: "known", contextId: options.contextId } };
}

/** A fault brings the reason whose sample route meets it, unless another is asked for. */
function contextFrom(
  options: CallOptions,
  { form, moreReasons, today, faults }: CallBasis,
): CallContext {
  const { name, account, locale, from, callback, field: typed = [] } = options;
  const met = faults.find(({ reason = "" }) => form.reasons.includes(reason));
  const { reason, fields } = answersByForm(
    form,
    { reason: options.reason ?? met?.reason, fields: typed, locale, today },
    moreReasons,
  );
  return {
    callerName: name,
    ...(account !== undefined && { accountId: account }),
    ...fields,
    accountIdVerified: false,
    reason,
    callerNumber: from,
    locale,
    callStarter: callback ? "callback" : "skill-call",
  };
}
