import * as v from "valibot";

/** What may be said, typed or named at once. */
const longestText = 500;

const callerNumber = v.pipe(
  v.string(),
  v.regex(/^\+1[2-9]\d{9}$/, "must be a North American number such as +12065551111"),
);
const text = v.pipe(v.string(), v.maxLength(longestText));

/** A caller at a new Alexa device, who speaks one of these locales. */
export function conversationSchema(locales: readonly string[]) {
  return v.object({
    locale: v.picklist(locales),
    callerNumber,
    /** The skill may read the number already. */
    numberGranted: v.boolean(),
    /** The customer has switched calling on. */
    callingEnabled: v.boolean(),
  });
}
export type ConversationRequest = v.InferOutput<ReturnType<typeof conversationSchema>>;

/** Empty: silence. */
export const utteranceSchema = v.object({ text });

/** A call straight to the SIP media application, in one of these locales. */
export function callSchema(locales: readonly string[]) {
  return v.object({
    locale: v.picklist(locales),
    callerNumber,
    name: v.pipe(text, v.minLength(1)),
    /** By the call form's IDs, as they are typed. */
    fields: v.optional(v.record(v.string(), text), {}),
    reason: v.object({ id: v.pipe(text, v.minLength(1)), text: v.exactOptional(text) }),
  });
}
export type CallRequest = v.InferOutput<ReturnType<typeof callSchema>>;

export const faultsSchema = v.object({ names: v.array(v.string()) });

export const hangUpSchema = v.object({ who: v.picklist(["caller", "callee"]) });
export type HangUpRequest = v.InferOutput<typeof hangUpSchema>;

export const agentPageSchema = v.object({
  contextId: v.pipe(v.string(), v.regex(/^[\w.~-]{1,100}$/)),
});
