import * as v from "valibot";

/** What the SIP media application posts: the call context. Only what decides the branch is asked for. */
const arrivedContext = v.looseObject({
  reason: v.looseObject({ id: v.string() }),
  callerNumber: v.optional(v.string()),
});
export type ArrivedContext = v.InferOutput<typeof arrivedContext>;

/** The context in a request's body, or the path of the first field that is wrong. */
export function readArrivedContext(
  body: unknown,
): { readonly context: ArrivedContext } | { readonly wrongField: string } {
  const parsed = v.safeParse(arrivedContext, body);
  if (parsed.success) return { context: parsed.output };
  return { wrongField: v.getDotPath(parsed.issues[0]) ?? "body" };
}
