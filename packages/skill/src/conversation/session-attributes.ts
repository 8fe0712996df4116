import { isContextId } from "@skill-call/call-context";
import type { CallForm, Field, FieldValue } from "@skill-call/call-form";
import * as v from "valibot";
import { dangers } from "../safety/danger.ts";
import type { Conversation } from "./conversation.ts";
import { isQuestion } from "./question.ts";

/** A conversation as Alexa keeps it: answers stand by the ids of their fields beside what else is known. */
export type SessionAttributes = Readonly<Record<string, unknown>>;

/** Reads session attributes, or what was left of them in a connection's token; `undefined` when they are not ours. */
export type ReadConversation = (attributes: unknown) => Conversation | undefined;

export function conversationReader(form: CallForm): ReadConversation {
  const schema = attributesSchema(form);
  const answersSchema = v.object(
    Object.fromEntries(
      gathered(form).map((field) => [field.id, v.exactOptional(valueSchema(field))]),
    ),
  );
  return (attributes) => {
    const known = v.safeParse(schema, attributes);
    const answers = v.safeParse(answersSchema, attributes);
    if (!known.success || !answers.success) return undefined;
    const { tries = {}, without = [], withoutAccountId, ...rest } = known.output;
    const skipped = withoutAccountId ? [...new Set([...without, "accountId"])] : without;
    return { ...rest, tries, skipped, answers: answers.output as Record<string, FieldValue> };
  };
}

export function sessionAttributes(conversation: Conversation): SessionAttributes {
  const { answers, tries, skipped, ...rest } = conversation;
  return {
    ...rest,
    ...answers,
    ...(Object.keys(tries).length > 0 && { tries }),
    ...(skipped.length > 0 && { without: skipped }),
  };
}

/** The fields whose answers are kept by their ids; the reason has its own place. */
function gathered({ fields }: CallForm): readonly Field[] {
  return fields.filter(({ kind }) => kind !== "reason");
}

function valueSchema({ kind }: Field): v.GenericSchema<unknown, FieldValue> {
  if (kind === "number") return v.number();
  return kind === "yes-no" ? v.boolean() : v.string();
}

function attributesSchema(form: CallForm) {
  const count = v.pipe(v.number(), v.integer(), v.minValue(0));
  const reason = v.object({ id: v.picklist(form.reasons), text: v.exactOptional(v.string()) });
  const spoken = v.record(
    v.string(),
    v.object({ words: v.string(), id: v.exactOptional(v.string()) }),
  );
  return v.object({
    contextId: v.pipe(
      v.string(),
      v.check((id) => isContextId(id)),
    ),
    asked: v.exactOptional(
      v.pipe(
        v.string(),
        v.check((question) => isQuestion(form, question)),
      ),
    ),
    givenName: v.exactOptional(v.string()),
    times: v.exactOptional(count),
    reason: v.exactOptional(reason),
    reasonSaid: v.exactOptional(v.string()),
    tries: v.exactOptional(v.record(v.string(), count)),
    without: v.exactOptional(v.array(v.string())),
    /** As versions before the call form wrote it: sessions outlive a deployment. */
    withoutAccountId: v.exactOptional(v.boolean()),
    misheard: v.exactOptional(count),
    wishes: v.exactOptional(count),
    doubt: v.exactOptional(
      v.object({
        danger: v.picklist(dangers),
        phrase: v.string(),
        spoken,
        again: v.exactOptional(v.boolean()),
      }),
    ),
    noEmergency: v.exactOptional(v.string()),
    consentAsked: v.exactOptional(v.boolean()),
  });
}
