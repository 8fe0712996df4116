import { type Served, servedDestination } from "./served-destinations.ts";
import {
  anyObject,
  type Problem,
  problemsOfItems,
  record,
  type Shape,
  textLike,
  textThat,
} from "./shape.ts";
import { whenShape } from "./when-shape.ts";

const version = textLike(/^[\w.:+-]{1,64}$/, {
  problem: "must be 1–64 characters of a-z A-Z 0-9 _ . : + -",
  example: '"2026-11-28"',
});
const schemaUrl = textThat(() => true, {
  schema: {},
  problem: "must be a text",
  example: '"./routes.schema.json"',
});

/** Written by `fileRoutes`, and read by nothing else than what opens a filed document. */
const index = anyObject({ problem: "must be what fileRoutes wrote", example: "{}" });

/** The ROUTES document of a service that serves these destinations. */
export function routesShape(served: Served): Shape {
  const to = destinations(servedDestination(served));
  const rule = record({ required: { when: whenShape, to } });
  return record({
    required: { rules: rules(rule), otherwise: to },
    optional: { $schema: schemaUrl, $index: index, version },
  });
}

function destinations(destination: Shape): Shape {
  const example = `[${destination.example}]`;
  return list(destination, {
    least: 1,
    example,
    notAList: `must be a list of destinations; example: ${example}`,
  });
}

function rules(rule: Shape): Shape {
  const example = `[${rule.example}]`;
  return list(rule, {
    least: 0,
    example,
    notAList: `must be a list of rules; example: ${example}`,
  });
}

interface ListOptions {
  readonly least: number;
  readonly example: string;
  readonly notAList: string;
}

function list(item: Shape, { least, example, notAList }: ListOptions): Shape {
  const empty = [{ path: [], problem: `must not be empty; example: ${example}` }];
  return {
    schema: { type: "array", items: item.schema, minItems: least },
    example,
    problemsOf: (value): readonly Problem[] => {
      if (!Array.isArray(value)) return [{ path: [], problem: notAList }];
      return value.length < least ? empty : problemsOfItems(value, item);
    },
  };
}
