/** A value that does not fit. */
export interface Problem {
  /** From the value that was checked to the one that does not fit. */
  readonly path: readonly (string | number)[];
  /** What is wrong, and an example of a right value; never the value, which may be a number. */
  readonly problem: string;
}

export type JsonSchema = { readonly [keyword: string]: unknown };

/**
 * What a value has to be. A shape is checked in one pass that makes nothing where everything fits: documents of
 * thousands of rules are read while somebody waits for their call to be taken.
 */
export interface Shape {
  /** The same for editors and other programs (JSON Schema, draft 2020-12). */
  readonly schema: JsonSchema;
  /** Of a right value; JSON. */
  readonly example: string;
  problemsOf(value: unknown): readonly Problem[];
}

/** What every value that fits has. */
export const noProblems: readonly Problem[] = [];

interface Words {
  readonly problem: string;
  readonly example: string;
}

/** A shape that holds or not, as a whole. */
function plain(schema: JsonSchema, fits: (value: unknown) => boolean, words: Words): Shape {
  const problems = [{ path: [], problem: `${words.problem}; example: ${bare(words.example)}` }];
  const missing = [{ path: [], problem: `is missing; example: ${bare(words.example)}` }];
  return {
    schema,
    example: words.example,
    problemsOf: (value) => {
      if (fits(value)) return noProblems;
      return value === "" ? missing : problems;
    },
  };
}

/** A text's example is shown without its quotes. */
function bare(example: string): string {
  return example.replace(/^"(.*)"$/, "$1");
}

export function textLike(pattern: RegExp, words: Words): Shape {
  return plain(
    { type: "string", pattern: pattern.source },
    (value) => typeof value === "string" && pattern.test(value),
    words,
  );
}

/** A text that is not empty. */
export function someText(words: Words): Shape {
  return plain(
    { type: "string", minLength: 1 },
    (value) => typeof value === "string" && value !== "",
    words,
  );
}

/** A text that a function judges; `schema` says as much of it as a schema can. */
export function textThat(
  fits: (text: string) => boolean,
  { schema, ...words }: Words & { readonly schema: JsonSchema },
): Shape {
  return plain(
    { type: "string", ...schema },
    (value) => typeof value === "string" && fits(value),
    words,
  );
}

/** An object of which nothing is asked here. */
export function anyObject(words: Words): Shape {
  return plain({ type: "object" }, isRecord, words);
}

export function wholeNumber(least: number, most: number, words: Words): Shape {
  return plain(
    { type: "integer", minimum: least, maximum: most },
    (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
    words,
  );
}

export function oneOf(values: readonly (string | boolean)[]): Shape {
  const known: ReadonlySet<unknown> = new Set(values);
  const names = values.map((value) => JSON.stringify(value));
  return plain({ enum: values }, (value) => known.has(value), {
    problem: `must be one of ${names.join(", ")}`,
    example: names[0] ?? "",
  });
}

/** A text or a flag. */
export const textOrFlag: Shape = plain(
  { type: ["string", "boolean"] },
  (value) => typeof value === "string" || typeof value === "boolean",
  { problem: "must be a text, true, false, or a list of them", example: '"west"' },
);

/** A list of at least one. */
export function listOf(item: Shape, what: string): Shape {
  const example = `[${item.example}]`;
  const notAList = [{ path: [], problem: `must be a list of ${what}; example: ${example}` }];
  const empty = [{ path: [], problem: `must not be an empty list; example: ${example}` }];
  return {
    schema: { type: "array", items: item.schema, minItems: 1 },
    example,
    problemsOf: (value) => {
      if (!Array.isArray(value)) return notAList;
      return value.length === 0 ? empty : problemsOfItems(value, item);
    },
  };
}

/** Of every item of a list. */
export function problemsOfItems(list: readonly unknown[], item: Shape): readonly Problem[] {
  let problems: Problem[] | undefined;
  for (let index = 0; index < list.length; index += 1) {
    problems = withMore(problems, index, item.problemsOf(list[index]));
  }
  return problems ?? noProblems;
}

/** One value, or a list of at least one. */
export function oneOrMore(item: Shape, what: string): Shape {
  const list = listOf(item, what);
  return {
    schema: { anyOf: [item.schema, list.schema] },
    example: item.example,
    problemsOf: (value) => (Array.isArray(value) ? list : item).problemsOf(value),
  };
}

interface Fields {
  readonly required?: Readonly<Record<string, Shape>>;
  readonly optional?: Readonly<Record<string, Shape>>;
}

/** An object with these fields and no other. */
export function record({ required = {}, optional = {} }: Fields): Shape {
  const shapes = new Map(Object.entries({ ...required, ...optional }));
  const needed = Object.entries(required);
  const example = `{${needed.map(([key, shape]) => `"${key}":${shape.example}`).join(",")}}`;
  const notARecord = [{ path: [], problem: `must be an object; example: ${example}` }];
  const unknown = unknownKey([...shapes.keys()]);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries([...shapes].map(([key, { schema }]) => [key, schema])),
      required: Object.keys(required),
      additionalProperties: false,
    },
    example,
    problemsOf: (value) => {
      if (!isRecord(value)) return notARecord;
      let problems: Problem[] | undefined;
      for (const key in value) {
        const shape = shapes.get(key);
        problems = withMore(problems, key, shape?.problemsOf(value[key]) ?? unknown);
      }
      for (const [key, shape] of needed) {
        if (!Object.hasOwn(value, key)) problems = withMore(problems, key, missing(shape));
      }
      return problems ?? noProblems;
    },
  };
}

function missing({ example }: Shape): readonly Problem[] {
  return [{ path: [], problem: `is missing; example: ${example}` }];
}

/** Of a key that nothing is known of. */
export function unknownKey(known: readonly string[]): readonly Problem[] {
  return [{ path: [], problem: `is not known here; known: ${known.join(", ")}` }];
}

/** Adds those at a key to the problems so far, in place: a new list for each took, of 50,000, seconds. */
export function withMore(
  problems: Problem[] | undefined,
  key: string | number,
  more: readonly Problem[],
): Problem[] | undefined {
  if (more.length === 0) return problems;
  const all = problems ?? [];
  for (const { path, problem } of more) all.push({ path: [key, ...path], problem });
  return all;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
