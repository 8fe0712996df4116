import { isContextId } from "@skill-call/call-context";
import * as v from "valibot";
import { reasonIds } from "../call-reasons.ts";
import { dangers } from "../safety/danger.ts";
import { questions } from "./question.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const doubtSchema = v.object({
  danger: v.picklist(dangers),
  /** What could mean an emergency, as it was said. */
  phrase: v.string(),
  /** All that was said with it; it is taken once the caller says that there is no emergency. */
  spoken: v.object({
    callerName: v.exactOptional(v.string()),
    accountId: v.exactOptional(v.string()),
    reason: v.exactOptional(
      v.object({ words: v.string(), id: v.exactOptional(v.picklist(reasonIds)) }),
    ),
  }),
  /** The caller was asked twice. */
  again: v.exactOptional(v.boolean()),
});

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
  /** The caller was asked last whether there is an emergency; `asked` is where the conversation stood before. */
  doubt: v.exactOptional(doubtSchema),
  /** What was said and is no emergency: it is not asked about again. */
  noEmergency: v.exactOptional(v.string()),
  /** Consent to read the phone number was asked for; it is not asked for again. */
  consentAsked: v.exactOptional(v.boolean()),
});

/** What the skill knows in the middle of a conversation: its session attributes, and nothing else. */
export type Conversation = Readonly<v.InferOutput<typeof conversationSchema>>;

/** Something that could mean an emergency, or be an answer. */
export type Doubt = Readonly<v.InferOutput<typeof doubtSchema>>;

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
