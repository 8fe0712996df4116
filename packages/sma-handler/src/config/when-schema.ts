import { callStarters } from "@skill-call/call-context";
import { requirement } from "@skill-call/lambda-config";
import * as v from "valibot";
import { baseFields, type Condition, type ConditionField } from "../routing/routes.ts";

type Value = v.GenericSchema<unknown, string | boolean>;
type Message = ReturnType<typeof requirement>;

const teamField = /^context\.[A-Za-z_][\w-]*$/;
const knownFields = [...baseFields, "context.<field>"].join(", ");

function oneOrMore(value: Value, message: Message) {
  const list = v.pipe(v.array(value, message), v.nonEmpty("must not be an empty list"));
  return v.lazy((input) => (Array.isArray(input) ? list : value));
}

function textLike(example: string) {
  const message = requirement("must be a text or a list of texts", `"${example}"`);
  return oneOrMore(v.pipe(v.string(message), v.nonEmpty(message)), message);
}

const starterMessage = requirement(`must be one of ${callStarters.join(", ")}`, '"skill-call"');
const flagMessage = requirement("must be true or false", "false");
const anyMessage = requirement("must be a text, true, false, or a list of them", '"west"');

/** The conditions of one rule, from `{"reason":"billing","locale":["es-US","fr-CA"]}`. */
export const whenSchema = v.pipe(
  v.objectWithRest(
    {
      reason: v.exactOptional(textLike("billing")),
      locale: v.exactOptional(textLike("es-US")),
      callStarter: v.exactOptional(
        oneOrMore(v.picklist(callStarters, starterMessage), starterMessage),
      ),
      skillId: v.exactOptional(textLike("amzn1.ask.skill.…")),
      accountIdVerified: v.exactOptional(oneOrMore(v.boolean(flagMessage), flagMessage)),
    },
    oneOrMore(v.union([v.string(), v.boolean()], anyMessage), anyMessage),
    'must be an object; example: {"reason":"billing"}',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const input = dataset.value as Record<string, unknown>;
    for (const [key, value] of Object.entries(input)) {
      if (isKnownField(key)) continue;
      const path = { type: "object", origin: "key", input, key, value } as const;
      addIssue({ message: `is not known here; known: ${knownFields}`, path: [path] });
    }
  }),
  v.transform((when) => Object.entries(when).map(([key, value]) => condition(key, value))),
);

function isKnownField(key: string): key is ConditionField {
  return baseFields.some((field) => field === key) || teamField.test(key);
}

function condition(key: string, value: unknown): Condition {
  return { field: key as ConditionField, anyOf: [value].flat() as Condition["anyOf"] };
}
