import { isContextId } from "@skill-call/call-context";
import * as v from "valibot";
import { reasonIds } from "../call-reasons.ts";
import { questions } from "./question.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const conversationSchema = v.object({
  /**
   * Drawn when the session begins and stored under when the caller says yes: a second delivery of the
   * same "yes" meets the record of the first, and no second call is placed.
   */
  contextId: v.pipe(
    v.string(),
    v.check((id) => isContextId(id)),
  ),
  /** What the caller was asked last; the answer to a bare "yes" depends on it. */
  asked: v.exactOptional(v.picklist(questions)),
  callerName: v.exactOptional(v.string()),
  /** Canonical and well-formed; nobody has verified it. */
  accountId: v.exactOptional(v.string()),
  /** How often an account ID was said and could not be used. */
  accountIdTries: v.exactOptional(count),
  /** The caller has none at hand, or the tries are used up. */
  withoutAccountId: v.exactOptional(v.boolean()),
  reason: v.exactOptional(
    v.object({ id: v.picklist(reasonIds), text: v.exactOptional(v.string()) }),
  ),
  /** How often a reason was said and not understood. */
  reasonTries: v.exactOptional(count),
  /** How often in a row the caller was not understood at all. */
  misheard: v.exactOptional(count),
  /** Consent to read the phone number was asked for; it is not asked for again. */
  consentAsked: v.exactOptional(v.boolean()),
});

/** What the skill knows in the middle of a conversation: its session attributes, and nothing else. */
export type Conversation = Readonly<v.InferOutput<typeof conversationSchema>>;

/** Reads session attributes, or what was left of them in a connection's token; `undefined` when they are not ours. */
export function readConversation(attributes: unknown): Conversation | undefined {
  const result = v.safeParse(conversationSchema, attributes);
  return result.success ? result.output : undefined;
}

/** The conversation without some of what was gathered. */
export function without(
  conversation: Conversation,
  ...fields: readonly Exclude<keyof Conversation, "contextId">[]
): Conversation {
  const kept = Object.entries(conversation).filter(([name]) => !fields.some((f) => f === name));
  return Object.fromEntries(kept) as Conversation;
}
