import { baseFields } from "./routes.ts";
import {
  isRecord,
  noProblems,
  oneOf,
  oneOrMore,
  type Problem,
  type Shape,
  someText,
  textOrFlag,
  unknownKey,
  withMore,
} from "./shape.ts";

/** How a call was started; a test compares them with those of `@skill-call/call-context`. */
export const callStarters = [
  "skill-call",
  "callback",
  "connect",
  "connect-task",
  "smart-properties",
] as const;

function text(example: string): Shape {
  const words = { problem: "must be a text or a list of texts", example: `"${example}"` };
  return oneOrMore(someText(words), "texts");
}

const base: Readonly<Record<(typeof baseFields)[number], Shape>> = {
  reason: text("billing"),
  locale: text("es-US"),
  callStarter: oneOrMore(oneOf(callStarters), "call starters"),
  skillId: text("amzn1.ask.skill.…"),
  accountIdVerified: oneOrMore(oneOf([true, false]), "true or false"),
};
const shapes: ReadonlyMap<string, Shape> = new Map(Object.entries(base));

const teamField = /^context\.[A-Za-z_][\w-]*$/;
const teamShape = oneOrMore(textOrFlag, "texts or flags");
const unknown = unknownKey([...baseFields, "context.<field>"]);
const example = '{"reason":"billing"}';

/** The conditions of one rule, such as `{"reason":"billing","locale":["es-US","fr-CA"]}`. */
export const whenShape: Shape = {
  schema: {
    type: "object",
    properties: Object.fromEntries([...shapes].map(([field, { schema }]) => [field, schema])),
    patternProperties: { [teamField.source]: teamShape.schema },
    additionalProperties: false,
  },
  example,
  problemsOf: (value) => {
    if (!isRecord(value)) return [{ path: [], problem: `must be an object; example: ${example}` }];
    let problems: Problem[] | undefined;
    for (const field in value) {
      const shape = shapes.get(field) ?? (teamField.test(field) ? teamShape : undefined);
      problems = withMore(problems, field, shape?.problemsOf(value[field]) ?? unknown);
    }
    return problems ?? noProblems;
  },
};
